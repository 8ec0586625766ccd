#!/usr/bin/python3
"""Is told of changes that waited and were refused, and does something about them.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from gi.repository import GLib

from actioned_ui import ReviewCase
from actioned_ui.review import NOW

REFUSED = re.compile(r'^A mapping was refused: Account \S+ → Chargebee \S+ cus_1$')
DISABLED = 'integration.disabled.error'
MISSING_MAPPING = 'integration.missingaccountmapping.error'
# The index of an account that lacks its mapping to Chargebee.
LACKING = 5


class Refused(ReviewCase):
    def open_form(self):
        """Opens the form of an account's missing mapping, and fills it in. Returns simulator, application, dialog."""
        simulator = self.start_simulator('--events', '60', '--now', NOW, '--state', str(self.state_file()))
        account = simulator.get('accounts?pageSize=100')['data'][LACKING]
        self.add_events(simulator, eventName=MISSING_MAPPING, count=1, m3terEvent={'newDto': {
            'message': 'This account has no external mapping to a Chargebee customer.', 'entityType': 'Account',
            'entityId': account['id'], 'accountId': account['id'], 'destination': 'Chargebee'}})
        app = self.open_window(simulator)
        app.rows(1)[0].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        dialog.find('text', 'External entity ID').set_text('cus_1')
        self.wait_for(lambda: dialog.find('button', 'Create').has('sensitive'), what='a form that is filled in')
        return simulator, app, dialog

    def queue_mapping(self):
        """Lets a mapping wait for a server that is gone. Returns simulator and application."""
        simulator, app, dialog = self.open_form()
        simulator.stop()
        dialog.find('button', 'Create').mouse_click()
        dialog.find('button', 'Create When Online').mouse_click()
        dialog.find('button', 'Close').mouse_click()
        self.wait_no_dialog(app)
        self.wait_header(app, '1 change waiting')
        return simulator, app

    def mappings(self, simulator):
        """The mappings that were created."""
        return [entry for entry in simulator.ledger() if 'externalmappings' in entry['path']]

    def test_edit_and_send_again(self):
        simulator, app = self.queue_mapping()
        simulator.start()
        self.set_faults(simulator, mapping_400=1)
        app.key('F5')
        app.find('label', REFUSED, cap=60)
        app.find('label', lambda name: name.startswith('The server said: '))
        self.photograph(app, 'refused-mapping')
        self.wait_header_without(app, 'waiting')
        self.assertEqual(self.mappings(simulator), [])

        # It is still there at the next start.
        self.quit(app)
        app = self.open_window(simulator)
        self.set_faults(simulator, mapping_400=0)
        app.find('button', 'Edit and Send Again').mouse_click()
        dialog = self.dialog(app)
        self.assertEqual(dialog.find('text', 'External entity ID').text, 'cus_1')
        dialog.find('label', lambda name: name.startswith('The server said: '))
        self.screenshot('refused-mapping-again')
        dialog.find('text', 'External entity ID').set_text('cus_2')
        again = dialog.find('button', 'Send Again')
        self.wait_for(lambda: again.has('sensitive'), what='the form')
        again.mouse_click()
        self.wait_for(lambda: len(self.mappings(simulator)) == 1, what='the mapping on the server')
        dialog.find('button', 'Close').mouse_click()
        self.wait_no_dialog(app)
        app.wait_gone('label', REFUSED)

    def test_give_up(self):
        simulator, app = self.queue_mapping()
        simulator.start()
        self.set_faults(simulator, mapping_400=1)
        app.key('F5')
        app.find('button', 'Edit and Send Again', cap=60).mouse_click()
        dialog = self.dialog(app)
        dialog.find('button', 'Give Up…').mouse_click()
        question = self.wait_for(lambda: next((window for window in app.windows()
                                               if window.look('label', 'Give Up This Mapping?')), None),
                                 what='the question')
        self.screenshot('refused-give-up')
        question.find('button', 'Give Up').click()
        self.wait_no_dialog(app)
        app.wait_gone('label', REFUSED)
        self.set_faults(simulator, mapping_400=0)
        self.quit(app)
        app = self.open_window(simulator)
        self.assertIsNone(app.look('label', REFUSED))
        self.assertEqual(self.mappings(simulator), [])

    def open_actions(self, dialog):
        """Opens the menu of the mapping's row, which is made anew whenever something changes."""
        def click():
            row = dialog.look('list item', re.compile('^Create mapping: '))
            button = row and row.look('button', 'Actions')
            try:
                return button and (button.mouse_click() or True)
            except GLib.Error:
                return False
        self.wait_for(click, what='the actions of the mapping')

    def test_in_pending_changes(self):
        simulator, app = self.queue_mapping()
        app.find('button', '1 pending change').mouse_click()
        dialog = self.dialog(app)
        dialog.find('list item', re.compile('^Create mapping: Account .* cus_1$'))
        self.photograph(app, 'pending-mapping-waits')
        app.key('Escape')
        self.wait_no_dialog(app)

        simulator.start()
        self.set_faults(simulator, mapping_400=1)
        app.key('F5')
        app.find('button', '1 pending change, some need a look', cap=60).mouse_click()
        dialog = self.dialog(app)
        dialog.find('label', lambda name: 'The server said: ' in name)
        self.photograph(app, 'pending-mapping-refused')

        # It can be edited, tried again as it is, or discarded.
        self.open_actions(dialog)
        self.choose_item(app, 'Edit…')
        self.assertEqual(dialog.find('text', 'External entity ID').text, 'cus_1')
        app.key('Escape')
        self.open_actions(dialog)
        self.choose_item(app, 'Try Again')
        dialog.find('label', lambda name: 'The server said: ' in name)
        self.open_actions(dialog)
        self.choose_item(app, 'Discard…')
        question = self.wait_for(lambda: next((window for window in app.windows()
                                               if window.look('label', 'Discard this change?')), None),
                                 what='the question')
        self.screenshot('pending-discard')
        question.find('button', 'Discard').click()
        dialog.find('label', 'No Pending Changes')
        self.assertEqual(self.mappings(simulator), [])
        app.key('Escape')
        self.wait_no_dialog(app)
        app.wait_gone('label', REFUSED)

    def test_changed_meanwhile(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW, '--state', str(self.state_file()))
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        events = self.open_events(simulator)
        i = next(i for i, event in enumerate(events) if event['eventName'] == DISABLED)
        config = simulator.get(f'integrationconfigs/{self.facts_of(events[i])["integrationConfigId"]}')
        app.rows(i + 1)[i].find('button', 'Re-enable').mouse_click()
        dialog = self.dialog(app)
        dialog.find('button', 'Re-enable')
        simulator.stop()
        self.press(app, dialog, 'Re-enable', ('button', 'Re-enable When Online'))
        self.press(app, dialog, 'Re-enable When Online', ('status bar', 'Waiting for the Server'))
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_header(app, '1 change waiting')

        simulator.start()
        status, _ = simulator.request('POST', f'/_simulator/integrationconfigs/{config["id"]}', {'name': 'Alerts & more'})
        self.assertEqual(status, 200)
        app.key('F5')
        app.find('label', f'{config["name"]} was changed meanwhile', cap=60)
        self.screenshot('refused-changed-meanwhile')
        app.find('button', 'Look Again').mouse_click()
        dialog = self.dialog(app)
        dialog.find('label', 'Alerts & more')
        self.assertFalse(simulator.get(f'integrationconfigs/{config["id"]}')['enabled'])
        app.key('Escape')
        self.wait_no_dialog(app)
        app.wait_gone('label', f'{config["name"]} was changed meanwhile')

    def press(self, app, dialog, name, then):
        """Presses a button once it can be pressed, confirms that causes look unresolved, and waits for a thing."""
        def question():
            return next((window for window in app.windows()
                         if window.look('label', lambda text: text.startswith('Re-enable “'))), None)
        button = dialog.find('button', name)
        self.wait_for(lambda: button.has('sensitive'), what=name)
        button.mouse_click()
        self.wait_for(lambda: question() or dialog.look(*then), what='an answer')
        if question():
            question().find('button', 'Re-enable').click()
        dialog.find(*then)

    def test_close_window(self):
        """A change that waits is sent although its window is closed, as a mark is."""
        simulator, app = self.queue_mapping()
        app.key('ctrl+w')
        simulator.start()
        self.wait_for(lambda: len(self.mappings(simulator)) == 1, 60, 'the mapping on the server')
        self.assertEqual(app.wait_for_exit(60), 0)


if __name__ == '__main__':
    tap.main()
