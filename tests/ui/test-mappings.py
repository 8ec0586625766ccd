#!/usr/bin/python3
"""Adds the mapping that an event lacks, from the list to the server's ledger.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK
from actioned_ui.mapping import KIND, LACKING, MAPPED, MESSAGE, MappingCase
from actioned_ui.review import NOW



class Mappings(MappingCase):
    # From an event

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

    # Without an answer

    def test_lost_answer(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.set_faults(simulator, lost_write=1)
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_1')
        self.assertEqual(len(self.writes(simulator)), 1)

    def test_offline(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Create')
        simulator.stop()
        self.submit(dialog)
        self.wait_for(lambda: self.problem(dialog), what='the problem')
        self.button(dialog, 'Create When Online')
        self.photograph(app, 'mapping-offline')
        self.submit(dialog, 'Create When Online')
        self.wait_result(dialog, 'Waiting for the Server')
        self.photograph(app, 'mapping-queued')
        self.button(dialog, 'Close').mouse_click()
        self.wait_no_dialog(app)
        self.wait_header(app, '1 change waiting')
        simulator.start()
        app.key('F5')
        self.wait_for(lambda: self.writes(simulator), 30, 'the mapping on the server')
        self.wait_header_without(app, 'waiting')
        self.assertEqual(len(self.writes(simulator)), 1)
        self.assert_only_mapping(simulator, account, 'cus_1')

    def test_offline_from_the_start(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        old = self.mappings_of(simulator, account['id'])
        dialog.find('status bar', re.compile('^[0-9]+ records$'))
        app.key('Escape')
        self.wait_no_dialog(app)
        simulator.stop()

        # What was seen once is known, and says as of when.
        app.rows(1)[0].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        self.button(dialog, 'Create When Online')
        dialog.find('label', account['name'])
        dialog.find(None, re.compile('^As of .* kept on this computer'))
        for mapping in old:
            dialog.find('list item', re.compile(f'^{mapping["externalId"]}, '))
        dialog.find('status bar', re.compile('^[0-9]+ records$'))
        dialog.find('status bar', re.compile('^The server cannot be reached. The mapping can wait here'))
        self.wait_sensitive(dialog, 'Create When Online', False)
        self.photograph(app, 'mapping-offline-from-the-start')

    def test_replay(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW, '--run-ms', '300')
        account = self.accounts(simulator)[LACKING]
        self.add_events(simulator, eventName=KIND, account=LACKING, count=6)
        events = self.open_events(simulator)
        at = next(i for i, event in enumerate(events)
                  if 'Chargebee' in str(event) and account['id'] in str(event) and event['eventName'] == KIND)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        app.rows(at + 1)[at].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        self.button(dialog, 'Create')
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.button(dialog, 'Replay the Failed Run…').mouse_click()
        self.wait_sensitive(dialog, 'Replay…').click()
        question = self.wait_for(lambda: next((window for window in app.windows()
                                               if window.look('label', 'Replay This Run?')), None), what='the question')
        self.button(question, 'Replay').click()
        dialog.find('status bar', 'Replay: Complete', cap=30)
        self.screenshot('mapping-replayed')
        self.assertEqual(len([entry for entry in simulator.ledger() if 'integrationruns' in entry['path']]), 1)

    # What stands against it

    def test_duplicate(self):
        simulator, app, account, _ = self.open_on_event()
        old = next(each for each in self.mappings_of(simulator, account['id']) if each['externalSystem'] == 'NetSuite')
        dialog = self.open_form(app)
        self.choose_system(app, dialog, 'External system', 'NetSuite')
        self.choose_system(app, dialog, 'External table', 'Customer')
        self.entry(dialog).set_text('20999')
        dialog.find('alert', f'Already mapped to {old["externalId"]}: another mapping may confuse the integration.')
        self.wait_sensitive(dialog, 'Create', False)
        self.photograph(app, 'mapping-duplicate')
        dialog.find('check box', 'I want this mapping all the same').mouse_click()
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assertEqual({each['externalId'] for each in self.mappings_of(simulator, account['id'])
                          if each['externalSystem'] == 'NetSuite'}, {old['externalId'], '20999'})

    def test_record_of_another(self):
        simulator, app, account, _ = self.open_on_event()
        other = self.accounts(simulator)[MAPPED]
        taken = next(each for each in self.mappings_of(simulator, other['id']) if each['externalSystem'] == 'Chargebee')
        dialog = self.open_form(app)
        self.entry(dialog).set_text(taken['externalId'])
        dialog.find('alert', f'{taken["externalId"]} already belongs to another entity: Account {other["name"]}.')
        self.wait_sensitive(dialog, 'Create', False)
        self.screenshot('mapping-of-another')
        self.entry(dialog).set_text('cus_own')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_own')

    def test_exists_meanwhile(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Create')
        self.create(simulator, account['id'], 'cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Exists Now')
        self.photograph(app, 'mapping-exists')
        self.button(dialog, 'Close').mouse_click()
        self.wait_no_dialog(app)

        # Opened again, it is there from the beginning, and one more needs a confirmation.
        app.rows(1)[0].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        self.wait_result(dialog, 'Mapping Exists Now')
        self.button(dialog, 'Add Another…').mouse_click()
        dialog.find('alert', 'Already mapped to cus_1: another mapping may confuse the integration.')
        self.assertEqual(len(self.writes(simulator)), 1)

    def test_meanwhile_another(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Create')
        self.create(simulator, account['id'], 'cus_2')
        self.submit(dialog)
        dialog.find('alert', 'Already mapped to cus_2: another mapping may confuse the integration.')
        self.wait_sensitive(dialog, 'Create', False)
        self.assert_only_mapping(simulator, account, 'cus_2')

    def test_unsaved_input(self):
        simulator, app, _, _ = self.open_on_event()
        dialog = self.open_form(app)
        app.key('Escape')
        self.wait_no_dialog(app)
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Create')
        app.key('Escape')
        self.wait_for(lambda: len(app.windows()) == 3, what='the question')
        self.screenshot('mapping-unsaved')
        app.key('Escape')
        self.wait_for(lambda: len(app.windows()) == 2, what='the question to close')
        self.assertEqual(self.entry(dialog).text, 'cus_1')
        self.assertEqual(self.writes(simulator), [])

    def test_nameless_event(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW)
        self.add_events(simulator, eventName=KIND, m3terEvent={'newDto': {'message': MESSAGE, 'about': 'nobody knows'}})
        app = self.open_window(simulator)
        app.rows(1)[0].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        dialog.find('label', 'This event does not name what has no mapping')
        self.photograph(app, 'mapping-nameless')
        self.button(dialog, 'Open in Console')
        self.button(dialog, 'Fill In the Form').mouse_click()
        self.wait_sensitive(dialog, 'Create', False)
        account = self.accounts(simulator)[LACKING]
        self.entry(dialog, 'm3ter entity ID').set_text(account['id'])
        dialog.find('status bar', account['name'])
        self.screenshot('mapping-empty-form')


if __name__ == '__main__':
    tap.main()
