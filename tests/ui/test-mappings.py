#!/usr/bin/python3
"""Adds, corrects and deletes external mappings, from the list to the server's ledger.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase
from actioned_ui.review import NOW

KIND = 'integration.missingaccountmapping.error'
MESSAGE = 'This account has no external mapping to a Chargebee customer.'
# The index of an account that lacks its mapping to Chargebee, and of one that has it.
LACKING, MAPPED = 5, 8


class Mappings(ReviewCase):
    # The server

    def accounts(self, simulator):
        """All accounts in order, so that one can be named by its index."""
        found, token = [], ''
        while token is not None:
            answer = simulator.get('accounts?pageSize=100' + (f'&nextToken={token}' if token else ''))
            found += answer['data']
            token = answer.get('nextToken') or None
        return found

    def mappings_of(self, simulator, account_id):
        """The mappings that the server has of an account."""
        return simulator.get(f'externalmappings/external/Account/{account_id}')['data']

    def records_of(self, simulator, system='Chargebee', table='Customer'):
        """What the other system has to choose from."""
        return simulator.get(f'externalmappingconfiguration/values/{system}/Account?externalTable={table}')

    def writes(self, simulator, method='POST'):
        """The changes of mappings that the server accepted."""
        return [entry for entry in simulator.ledger()
                if entry['method'] == method and 'externalmappings' in entry['path']]

    def create(self, simulator, account_id, external_id, system='Chargebee', table='Customer'):
        """Somebody else creates a mapping."""
        return simulator.change('POST', 'externalmappings', {
            'm3terEntity': 'Account', 'm3terId': account_id, 'externalSystem': system,
            'externalTable': table, 'externalId': external_id})

    # Doing things

    def open_on_event(self, *arguments, account=LACKING, count=1, env=None):
        """Opens a window on a server where an account lacks its mapping to Chargebee.

        Returns simulator, application, the account, and the new events, newest first.
        """
        simulator = self.start_simulator('--events', '120', '--now', NOW, '--state', str(self.state_file()), *arguments)
        account = self.accounts(simulator)[account]
        configuration = next(each for each in simulator.get('integrationconfigs')['data']
                             if each['destination'] == 'Chargebee')
        ids = self.add_events(simulator, eventName=KIND, count=count, m3terEvent={'newDto': {
            'message': MESSAGE, 'entityType': 'Account', 'entityId': account['id'], 'accountId': account['id'],
            'destination': 'Chargebee', 'integrationConfigId': configuration['id']}})
        app = self.open_window(simulator, env=env)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        return simulator, app, account, ids

    def open_form(self, app):
        """Opens the follow-up of the newest event by mouse, and waits for its dialog."""
        app.rows(1)[0].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        self.button(dialog, 'Create')
        return dialog

    def button(self, dialog, name):
        """Waits until a button is shown."""
        return self.wait_for(lambda: next((button for button in dialog.find_all('button', name)
                                           if button.is_shown()), None), what=f'the button {name!r}')

    def wait_sensitive(self, dialog, name, sensitive=True):
        """Waits until a button can be pressed, or cannot, and returns it."""
        button = self.button(dialog, name)
        self.wait_for(lambda: button.has('sensitive') == sensitive,
                      what=f'{name!r} to be {"" if sensitive else "in"}sensitive')
        return button

    def entry(self, dialog, name='External entity ID'):
        """An entry of the form."""
        return dialog.find('text', name)

    def choose(self, dialog, record):
        """Searches a record in the list, and chooses it by mouse."""
        dialog.find('entry', 'Search in Chargebee').set_text(record['externalName'])
        name = f'{record["externalName"]}, {record["externalId"]}'
        row = self.wait_for(lambda: next((row for row in dialog.find('list', 'Records').children
                                          if row.name == name and row.is_shown()), None), what='the record')
        row.mouse_click()
        self.wait_for(lambda: self.entry(dialog).text == record['externalId'], what='the id in the entry')

    def submit(self, dialog, name='Create'):
        """Presses the button that sends the form."""
        self.wait_sensitive(dialog, name).mouse_click()

    def wait_result(self, dialog, title):
        """Waits for the page that says what came of it."""
        return dialog.find('status bar', title)

    def assert_only_mapping(self, simulator, account, external_id, system='Chargebee', table='Customer'):
        """Checks that an account has exactly this mapping in a system."""
        found = [(mapping['externalTable'], mapping['externalId'])
                 for mapping in self.mappings_of(simulator, account['id']) if mapping['externalSystem'] == system]
        self.assertEqual(found, [(table, external_id)])

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
        dialog.find('label', f'{len(related)} events marked as actioned')
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

        # Down leads from the search to the list, where Space chooses.
        records = self.records_of(simulator)
        self.focus(app, 'entry', 'Search in Chargebee')
        app.write(records[7]['externalId'][:8])
        dialog.find('status bar', f'1 of {len(records)} record' + 's')
        app.key('Down', 'space')
        self.wait_for(lambda: self.entry(dialog).text == records[7]['externalId'], what='the id in the entry')
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
        dialog.find('switch', 'Only for this integration').mouse_click()
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

    def problem(self, dialog):
        """The texts of the box that says what went wrong, while it is shown."""
        boxes = [box for box in dialog.find_all('alert') if box.name == 'ActProblemBox' and box.is_shown()]
        return boxes[0].labels() if boxes else []

    def test_read_only_key(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.set_faults(simulator, write_403=1)
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        dialog.find('label', 'Your key may not change this. Ask an administrator.')
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

    def choose_system(self, app, dialog, field, choice):
        """Chooses in a drop-down of the form, by keyboard."""
        row = dialog.find('combo box', field)
        row.mouse_click()
        app.key('Home')
        for _ in range(9):
            if choice in (app.focused().labels() if app.focused() else []):
                break
            app.key('Down')
        app.key('Return')
        self.wait_for(lambda: choice in row.labels(), what=f'{choice!r} in {field!r}')

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

    # Existing ones

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
        dialog.find('entry', 'Search mappings').set_text(f'{mapping["m3terId"][:8]} {mapping["externalSystem"].lower()}')
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
        self.choose_system(app, dialog, 'External system', 'Chargebee')
        self.choose_system(app, dialog, 'External table', 'Customer')
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_1')
        self.button(dialog, 'Close').mouse_click()
        dialog.find('entry', 'Search mappings').set_text('cus_1 ')
        self.wait_for(lambda: self.rows_with(dialog, account['id']), what='the new mapping in the list')

    def test_correct(self):
        simulator, app, dialog = self.open_mappings()
        mapping = self.any_mapping(simulator)
        self.open_mapping(app, dialog, mapping['externalId'])
        self.wait_sensitive(dialog, 'Save', False)
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
                                               if window.look('label', 'Delete this mapping?')), None), what='the question')
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
