"""What a person does again and again with external mappings.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

from .review import NOW, ReviewCase

KIND = 'integration.missingaccountmapping.error'
MESSAGE = 'This account has no external mapping to a Chargebee customer.'
# The index of an account that lacks its mapping to Chargebee, and of one that has it.
LACKING, MAPPED = 5, 8


class MappingCase(ReviewCase):
    """A test that fills in the form of a mapping."""

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

    def problem(self, dialog):
        """The texts of the box that says what went wrong, while it is shown."""
        boxes = [box for box in dialog.find_all('alert') if box.name == 'ActProblemBox' and box.is_shown()]
        return boxes[0].labels() if boxes else []

    def choose_system(self, app, dialog, field, choice):
        """Chooses in a drop-down of the form, by keyboard."""
        row = dialog.find('combo box', field)
        self.focus(app, 'combo box', field)
        app.key('space')
        item = self.wait_for(lambda: self.focused_item(app), what='the choices')
        app.key('Home')
        while choice not in item.labels():
            before = item
            app.key('Down')
            item = self.wait_for(lambda: self.focused_item(app, before), what='the next choice')
        app.key('Return')
        self.wait_for(lambda: app.focused() == row, what='the choices to close')
        self.assertIn(choice, row.labels())

    def focused_item(self, app, other_than=None):
        """The item of a drop-down's list that has the focus, if it is another one than before."""
        focused = app.focused()
        return focused if focused and focused.role == 'list item' and focused != other_than else None
