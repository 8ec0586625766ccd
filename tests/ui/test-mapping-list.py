#!/usr/bin/python3
"""Searches, creates, corrects and deletes external mappings in their list.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK
from actioned_ui.mapping import LACKING, MappingCase
from actioned_ui.review import NOW



class MappingList(MappingCase):
    def open_mappings(self, env=None):
        """Opens a window and the list of all mappings; returns simulator, application and dialog."""
        simulator = self.start_simulator('--events', '60', '--now', NOW)
        app = self.open_window(simulator, env=env)
        self.choose_in_menu(app, 'External Mappings')
        dialog = self.dialog(app)
        dialog.find('status bar', re.compile(r'^\d+ mappings$'))
        return simulator, app, dialog

    def rows_with(self, dialog, text):
        """The rows of the list of mappings that name a text."""
        return [row for row in dialog.find('list', 'External Mappings').children if text in row.name]

    def open_mapping(self, app, dialog, external_id):
        """Searches a mapping and opens it by mouse."""
        dialog.find('entry', 'Search mappings').set_text(external_id)
        dialog.find('status bar', re.compile('^1 of '))
        row = self.wait_for(lambda: next(iter(self.rows_with(dialog, external_id)), None), what='the mapping')
        row.mouse_click()
        self.button(dialog, 'Save')

    def any_mapping(self, simulator):
        """A mapping to Chargebee."""
        return next(each for each in simulator.get('externalmappings?pageSize=200')['data']
                    if each['externalSystem'] == 'Chargebee')

    def test_list(self):
        simulator, app, dialog = self.open_mappings()
        everything = simulator.get('externalmappings?pageSize=200')['data']
        dialog.find('status bar', f'{len(everything)} mappings')
        self.photograph(app, 'mappings')
        mapping = everything[0]
        name = simulator.get(f'accounts/{mapping["m3terId"]}')['name']
        self.wait_for(lambda: self.rows_with(dialog, name), what='the names of accounts')
        dialog.find('entry', 'Search mappings').set_text(f'{name.upper()} {mapping["externalSystem"].lower()}')
        dialog.find('status bar', f'1 of {len(everything)} mappings')
        self.assertEqual(len(self.rows_with(dialog, mapping['externalId'])), 1)
        dialog.find('entry', 'Search mappings').set_text('nothing at all')
        dialog.find('label', 'No Results Found')
        self.screenshot('mappings-none')
        self.assertEqual(self.writes(simulator), [])

    def test_create_from_list(self):
        simulator, app, dialog = self.open_mappings(env=DARK)
        account = self.accounts(simulator)[LACKING]
        self.photograph(app, 'mappings-dark')
        self.button(dialog, 'Create…').mouse_click()
        self.wait_sensitive(dialog, 'Create', False)
        self.photograph(app, 'mapping-empty-dark')
        self.entry(dialog, 'm3ter entity ID').set_text(account['id'])
        dialog.find('status bar', account['name'])
        dialog.find('list', 'Existing Mappings of This Entity').find('list item')
        self.choose_system(app, dialog, 'External system', 'Chargebee')
        self.choose_system(app, dialog, 'External table', 'Customer')
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_1')
        self.button(dialog, 'Close').mouse_click()
        dialog.find('entry', 'Search mappings').set_text('cus_1 ')
        self.wait_for(lambda: self.rows_with(dialog, account['name']), what='the new mapping in the list')

    def test_correct(self):
        simulator, app, dialog = self.open_mappings()
        # Far down in the list of records.
        mapping = next(each for each in simulator.get('externalmappings?pageSize=200')['data']
                       if each['externalId'] == self.records_of(simulator)[-5]['externalId'])
        self.open_mapping(app, dialog, mapping['externalId'])
        self.wait_sensitive(dialog, 'Save', False)
        self.wait_for(lambda: any(row.has('selected') and row.is_shown() and mapping['externalId'] in row.name
                                  for row in dialog.find('list', 'Records').children), what='the chosen record in sight')
        self.assertGreater(dialog.find('list', 'Records').extents()[3], 200)
        self.photograph(app, 'mapping-correct')
        self.entry(dialog).set_text('cus_corrected')
        self.submit(dialog, 'Save')
        self.wait_result(dialog, 'Mapping Saved')
        self.screenshot('mapping-saved')
        saved = simulator.get(f'externalmappings/{mapping["id"]}')
        self.assertEqual((saved['externalId'], saved['m3terId']), ('cus_corrected', mapping['m3terId']))
        self.assertEqual(len(self.writes(simulator, 'PUT')), 1)

    def test_conflict(self):
        simulator, app, dialog = self.open_mappings()
        mapping = self.any_mapping(simulator)
        self.open_mapping(app, dialog, mapping['externalId'])
        self.entry(dialog).set_text('cus_mine')
        self.wait_sensitive(dialog, 'Save')
        simulator.change('PUT', f'externalmappings/{mapping["id"]}', {**mapping, 'externalId': 'cus_theirs'})
        self.submit(dialog, 'Save')
        dialog.find('label', 'External entity ID: theirs is cus_theirs, yours is cus_mine')
        self.photograph(app, 'mapping-conflict')
        self.button(dialog, 'Keep Theirs').mouse_click()
        self.wait_for(lambda: self.entry(dialog).text == 'cus_theirs', what='theirs in the form')
        self.wait_sensitive(dialog, 'Save', False)

        # Again, and now ours is wanted.
        mapping = simulator.get(f'externalmappings/{mapping["id"]}')
        self.entry(dialog).set_text('cus_mine')
        self.wait_sensitive(dialog, 'Save')
        simulator.change('PUT', f'externalmappings/{mapping["id"]}', {**mapping, 'externalId': 'cus_theirs_again'})
        self.submit(dialog, 'Save')
        self.button(dialog, 'Save Mine').mouse_click()
        self.wait_result(dialog, 'Mapping Saved')
        self.assertEqual(simulator.get(f'externalmappings/{mapping["id"]}')['externalId'], 'cus_mine')

    def test_delete(self):
        simulator, app, dialog = self.open_mappings()
        mapping = self.any_mapping(simulator)
        self.open_mapping(app, dialog, mapping['externalId'])
        self.wait_sensitive(dialog, 'Delete…').mouse_click()
        question = self.wait_for(lambda: next((window for window in app.windows()
                                               if window.look('label', 'Delete This Mapping?')), None), what='the question')
        self.screenshot('mapping-delete')
        self.assertEqual(self.writes(simulator, 'DELETE'), [])
        self.button(question, 'Delete').mouse_click()
        self.wait_result(dialog, 'Mapping Deleted')
        self.photograph(app, 'mapping-deleted')
        self.assertEqual(len(self.writes(simulator, 'DELETE')), 1)
        self.assertNotIn(mapping['id'], [each['id'] for each in self.mappings_of(simulator, mapping['m3terId'])])

    def test_correct_offline(self):
        simulator, app, dialog = self.open_mappings()
        mapping = self.any_mapping(simulator)
        simulator.stop()
        self.open_mapping(app, dialog, mapping['externalId'])
        dialog.find('status bar', re.compile('^The server cannot be reached. Corrections and deletions cannot wait'))
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Save', False)
        self.wait_sensitive(dialog, 'Delete…', False)
        self.photograph(app, 'mapping-correct-offline')


if __name__ == '__main__':
    tap.main()
