#!/usr/bin/python3
"""Adds the mapping that an event lacks, from the list to the server's ledger.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK
from actioned_ui.mapping import KIND, LACKING, MappingCase


class Mappings(MappingCase):
    def test_choose_from_list(self):
        simulator, app, account, ids = self.open_on_event(count=3)
        records = self.records_of(simulator)
        dialog = self.open_form(app)
        dialog.find('label', account['name'])
        dialog.find('status bar', f'{len(records)} records')
        self.wait_sensitive(dialog, 'Create', False)
        self.photograph(app, 'mapping-form')
        self.choose(dialog, records[LACKING])
        dialog.find('status bar', f'1 of {len(records)} records')
        self.screenshot('mapping-chosen')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assertEqual(len(self.writes(simulator)), 1)
        self.assert_only_mapping(simulator, account, records[LACKING]['externalId'])

        # Exactly the events about this account and system are marked.
        related = [event['id'] for event in self.open_events(simulator)
                   if event['eventName'] == KIND and account['id'] in str(event) and 'Chargebee' in str(event)]
        self.assertTrue(set(ids) <= set(related))
        self.button(dialog, f'Mark {len(related)} Events as Actioned')
        self.photograph(app, 'mapping-created')
        self.button(dialog, f'Mark {len(related)} Events as Actioned').mouse_click()
        dialog.find(None, f'{len(related)} events marked as actioned')
        self.screenshot('mapping-marked')
        self.button(dialog, 'Close').mouse_click()
        self.wait_no_dialog(app)
        self.wait_for(lambda: len(simulator.ledger()) == 1 + len(related), 30, 'the marks on the server')
        self.assertEqual({entry['id'] for entry in simulator.ledger()} - {self.writes(simulator)[0]['id']}, set(related))

    def test_thousands_of_records(self):
        simulator, app, _, _ = self.open_on_event('--accounts', '2000')
        dialog = self.open_form(app)
        dialog.find('status bar', '2000 records')
        self.choose(dialog, self.records_of(simulator)[LACKING])
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')

    def test_type_by_keyboard(self):
        simulator, app, account, _ = self.open_on_event(env=DARK)
        app.key('ctrl+Home', 'Return')
        dialog = self.dialog(app)
        self.wait_for(lambda: app.focused() == dialog.look('text', 'External entity ID'), what='the focus in the entry')
        app.write('  cus_typed ')
        dialog.find('status bar', 'This ID is not in the list that Chargebee gave.')
        self.photograph(app, 'mapping-typed-dark')

        # Down leads from the search to the list, where Space chooses, as does Enter.
        records = self.records_of(simulator)
        self.focus(app, 'entry', 'Search in Chargebee')
        app.write(records[7]['externalId'][:8])
        dialog.find('status bar', f'1 of {len(records)} record' + 's')
        for key in ('space', 'Return'):
            self.focus(app, 'entry', 'Search in Chargebee', 'shift+Tab')
            app.key('Down', key)
            self.wait_for(lambda: self.entry(dialog).text == records[7]['externalId'], what='the id in the entry')
            if key == 'space':
                self.entry(dialog).set_text('')
        self.focus(app, 'text', 'External entity ID', 'shift+Tab')
        app.key('ctrl+a')
        app.write('cus_typed ')
        app.key('Return')
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_typed')
        self.photograph(app, 'mapping-created-dark')
        app.key('Escape')
        self.wait_no_dialog(app)

    def test_only_for_this_integration(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        dialog.find('switch', 'Only for this integration').click()
        self.entry(dialog).set_text('cus_tied')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        mapping = next(each for each in self.mappings_of(simulator, account['id']) if each['externalId'] == 'cus_tied')
        self.assertEqual(simulator.get(f'integrationconfigs/{mapping["integrationConfigId"]}')['name'],
                         'Chargebee invoices')

    def test_invalid_input(self):
        simulator, app, _, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus\t1')
        dialog.find('alert', re.compile('^The external entity ID must be one line'))
        self.wait_sensitive(dialog, 'Create', False)
        self.photograph(app, 'mapping-invalid')
        self.entry(dialog).set_text('   ')
        self.wait_sensitive(dialog, 'Create', False)
        app.key('Return')
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assertEqual(len(self.writes(simulator)), 1)

    def test_refused(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.set_faults(simulator, write_400=1)
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_for(lambda: self.problem(dialog), what='the problem')
        self.photograph(app, 'mapping-refused')
        self.assertEqual(self.entry(dialog).text, 'cus_1')
        self.set_faults(simulator, write_400=0)
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_1')

    def test_read_only_key(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.set_faults(simulator, write_403=1)
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        dialog.find(None, 'Your key may not change this. Ask an administrator.')
        self.wait_sensitive(dialog, 'Create', False)
        self.photograph(app, 'mapping-read-only')
        self.set_faults(simulator, write_403=0)
        self.button(dialog, 'Check Again').mouse_click()
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_1')

    def test_double_submit(self):
        simulator, app, account, _ = self.open_on_event('--latency-ms', '300')
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Create').mouse_click(count=2)
        self.wait_result(dialog, 'Mapping Created')
        self.assertEqual(len(self.writes(simulator)), 1)
        self.assert_only_mapping(simulator, account, 'cus_1')


if __name__ == '__main__':
    tap.main()
