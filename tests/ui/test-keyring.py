#!/usr/bin/python3
"""A keyring that is locked, absent, or does not have the secret: what the window says and offers.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import tap
from actioned_ui import DARK, ReviewCase
from actioned_ui.keyring import ASK_SESSION, Keyring


class KeyringCase(ReviewCase):
    def setUp(self):
        super().setUp()
        self.keyring = None
        self.simulator = self.start_simulator('--events', '120', '--now', '2026-03-03T14:00:00Z')

    def tearDown(self):
        super().tearDown()
        if self.keyring is not None:
            self.keyring.stop()

    def start_keyring(self):
        self.keyring = Keyring()

    def remember_connection(self):
        """Leaves a connection and its events behind, and no secret: that was of the environment."""
        app = self.open_window(self.simulator, env=ASK_SESSION)
        self.quit(app)

    def start_without_secret(self, env=None):
        """Starts without an environment that has a secret, as people do."""
        app = self.start_application(env={**ASK_SESSION, **(env or {})})
        self.wait_for_list(app)
        return app

    def enter_secret(self, app, secret, button):
        """Types a secret into the dialog that is open."""
        dialog = self.dialog(app)
        app.write(secret)
        dialog.find('button', button)
        app.key('Return')
        return dialog

    def test_locked(self):
        self.start_keyring()
        self.remember_connection()
        self.keyring.add(self.simulator)
        self.keyring.lock('dismiss')
        app = self.start_without_secret()
        app.wait_text('The keyring is locked')
        self.assertEqual(self.keyring.tell('asked'), '1')
        self.photograph(app, 'keyring-locked')

        # What is marked meanwhile waits, and is sent once the secret is there.
        self.mark(app, 1)
        app.find('button', 'Enter Secret…').click()
        self.wait_for(lambda: 'kept in memory for this session only' in self.everything_readable(app), what='that it is not kept')
        self.screenshot('keyring-secret')
        self.enter_secret(app, 'wrong', 'Use This Session')
        app.wait_text('Signing in failed')
        self.screenshot('keyring-secret-wrong')
        app.key('ctrl+a')
        self.enter_secret(app, self.simulator.api_secret, 'Use This Session')
        self.wait_no_dialog(app)
        app.wait_gone('label', 'The keyring is locked')
        self.assert_sent_once(self.simulator, 1)
        self.assertNotIn(self.simulator.api_secret, self.everything_readable(app))
        self.assertEqual(self.keyring.tell('asked'), '1')
        self.quit(app)

        # It was for that session only.
        app = self.start_without_secret()
        app.wait_text('The keyring is locked')

    def test_opened_later(self):
        self.start_keyring()
        self.remember_connection()
        self.keyring.add(self.simulator)
        self.keyring.lock('dismiss')
        app = self.start_without_secret(DARK)
        app.wait_text('The keyring is locked')
        self.keyring.lock('open')
        app.find('button', 'Try Keyring Again').click()
        app.wait_gone('label', 'The keyring is locked')
        self.assertEqual(self.keyring.tell('asked'), '2')

    def test_absent(self):
        self.remember_connection()
        app = self.start_without_secret(DARK)
        app.wait_text('There is no keyring')
        app.find('button', 'Enter Secret…').click()
        self.dialog(app)
        app.resize(360, 420)
        self.screenshot('keyring-absent-narrow')
        self.start_keyring()
        self.keyring.add(self.simulator)
        app.find('button', 'Try Keyring Again').click()
        self.wait_no_dialog(app)
        app.wait_gone('label', 'There is no keyring')

    def test_missing(self):
        self.start_keyring()
        self.remember_connection()
        app = self.start_without_secret()
        app.wait_text('The secret is missing')
        self.screenshot('keyring-missing')
        app.find('button', 'Enter Secret…').click()
        self.enter_secret(app, self.simulator.api_secret, 'Keep and Use')
        self.wait_no_dialog(app)
        app.wait_gone('label', 'The secret is missing')
        self.assertEqual(self.keyring.tell('get', self.simulator.api_key), self.simulator.api_secret)
        self.quit(app)

        # From now on it is there.
        app = self.start_without_secret()
        self.wait_header(app, 'as of')
        self.assertIsNone(app.look('label', 'The secret is missing'))
        self.quit(app)

        # Also for an environment that names the connection and has no secret itself.
        named = {name: value for name, value in self.simulator.environment().items()
                 if name != 'ACTIONED_API_SECRET'}
        app = self.start_without_secret(named)
        self.wait_header(app, 'as of')
        self.assertFalse(app.find_all(None, lambda name: 'ACTIONED_API_SECRET' in name))


if __name__ == '__main__':
    tap.main()
