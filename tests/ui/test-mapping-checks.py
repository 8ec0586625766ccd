#!/usr/bin/python3
"""What stands against a mapping, and what is asked before.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import tap
from actioned_ui.mapping import KIND, LACKING, MAPPED, MESSAGE, MappingCase
from actioned_ui.review import NOW


class MappingChecks(MappingCase):
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
