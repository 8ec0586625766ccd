#!/usr/bin/python3
"""Is told of changes that waited and were refused, and does something about them.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import tap
from actioned_ui import ReviewCase
from actioned_ui.review import NOW

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
        app.find('label', 'A mapping was refused', cap=60)
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
        self.screenshot('refused-mapping-again')
        dialog.find('text', 'External entity ID').set_text('cus_2')
        again = dialog.find('button', 'Send Again')
        self.wait_for(lambda: again.has('sensitive'), what='the form')
        again.mouse_click()
        self.wait_for(lambda: len(self.mappings(simulator)) == 1, what='the mapping on the server')
        dialog.find('button', 'Close').mouse_click()
        self.wait_no_dialog(app)
        app.wait_gone('label', 'A mapping was refused')

    def test_close_window(self):
        """A change that waits is sent although its window is closed, as a mark is."""
        simulator, app = self.queue_mapping()
        app.key('ctrl+w')
        simulator.start()
        self.wait_for(lambda: len(self.mappings(simulator)) == 1, 60, 'the mapping on the server')
        self.assertEqual(app.wait_for_exit(60), 0)


if __name__ == '__main__':
    tap.main()
