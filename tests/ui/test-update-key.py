#!/usr/bin/python3
"""A key that was rotated or revoked: changes wait, and a new key of the same organisation sends them.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ConnectingCase

CANARY = 'canary-9b2c'
BANNER = '“Acme” needs a new key'


class UpdateKey(ConnectingCase):
    def open_rotated(self, env=None):
        """Connects an organisation, then lets its key cease to work; returns server and program."""
        simulator = self.start_server()
        app = self.start_application(env=env)
        self.connect(app, simulator)
        self.set_key(simulator, 'rotated-key', CANARY)
        app.key('F5')
        self.see(app, BANNER, cap=30)
        return simulator, app

    def open_dialog(self, app):
        """Opens the dialog by the banner's button, and returns it."""
        self.press(app, 'Update Key…')
        dialog = self.dialog(app)
        self.assertEqual(dialog.name, 'Update Key')
        return dialog

    def enter(self, app, key, secret):
        """Enters a key and sends it."""
        self.entry(app, 'Access key id').set_text(key)
        self.entry(app, 'API secret').set_text(secret)
        self.press(app, 'Update')

    def test_changes_wait(self):
        simulator, app = self.open_rotated()
        self.photograph(app, 'update-key-banner')
        self.mark(app, 2)
        self.wait_header(app, '2 changes waiting')
        dialog = self.open_dialog(app)
        self.see(app, re.compile('^Enter a key of the organisation of “Acme”'))
        self.photograph(app, 'update-key')
        # What is typed takes the place of the key that was there.
        app.write('rotated-key')
        self.wait_for(lambda: self.entry(app, 'Access key id').text == 'rotated-key', what='the new key alone')

        self.enter(app, 'rotated-key', 'not-the-secret')
        self.see(app, 'The key was refused')
        self.screenshot('update-key-refused')
        self.assertEqual(simulator.ledger(), [])

        self.enter(app, 'rotated-key', CANARY)
        self.wait_no_dialog(app)
        app.wait_gone(None, BANNER)
        self.assert_sent_once(simulator, 2)
        self.assertEqual(self.kept()['Acme']['key-id'], 'rotated-key')
        self.assert_not_shown(app, CANARY)
        self.quit(app)

        # The keyring has the new one.
        app = self.start_application()
        self.mark(app)
        self.quit(app)
        self.assert_sent_once(simulator, 3)

    def test_of_another_organisation(self):
        """It is rejected by name, and nothing is sent with it."""
        simulator, app = self.open_rotated(env=DARK)
        self.mark(app)
        self.set_key(simulator, 'foreign-key', CANARY, orgId='the-other-one')
        self.open_dialog(app)
        self.enter(app, 'foreign-key', CANARY)
        self.see(app, 'The key belongs to another organisation')
        self.see(app, re.compile('a key of the-other-one, and not of “Acme”, so nothing was changed'))
        self.screenshot('update-key-other-organisation-dark')
        self.assertFalse(any(button.is_shown() for button in app.find_all('button', re.compile('Anyway|Use This'))))
        app.key('Escape')
        self.wait_no_dialog(app)
        self.see(app, BANNER)
        self.assertNotEqual(self.kept()['Acme']['key-id'], 'foreign-key')
        self.assertEqual(simulator.ledger(), [])

    def test_paste(self):
        """A block fills both fields, and is not on the screen."""
        simulator, app = self.open_rotated()
        self.open_dialog(app)
        self.paste(app, f'export M3TER_ORG_ID=ignored\nexport M3TER_API_KEY=rotated-key\nexport M3TER_API_SECRET={CANARY}\n')
        self.wait_for(lambda: self.entry(app, 'Access key id').text == 'rotated-key', what='the key id')
        self.assert_not_shown(app, CANARY)
        app.key('Return')
        self.wait_no_dialog(app)
        app.wait_gone(None, BANNER)


if __name__ == '__main__':
    tap.main()
