#!/usr/bin/python3
"""Tries what the window says when the server or the network is at fault.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import Impostor, ReviewCase

SECRET = 'not-the-right-secret-of-this-key'


class Errors(ReviewCase):
    def wait_title(self, app, title, cap=30):
        """Waits until a banner or a page has this title and a button beside it."""
        label = app.wait_text(title, cap)
        button = app.find('button', 'Try Again')
        self.wait_for(button.is_shown, what='the button')
        return label

    def assert_no_secret(self, app, *secrets, rows=False):
        """Looks for secrets in all that can be read, in its output and in its files."""
        readable = self.everything_readable(app, rows)
        for secret in secrets:
            self.assertNotIn(secret, readable)
            for path in (self.home / 'home').rglob('*'):
                if path.is_file():
                    self.assertNotIn(secret.encode(), path.read_bytes(), path)

    def test_first_start(self):
        """Nothing is there to read yet: the page says why, and how to go on."""
        simulator = self.start_simulator('--events', '120')
        wrong_secret = {'ACTIONED_API_SECRET': SECRET}
        app = self.start_application(simulator, env=wrong_secret)
        self.wait_title(app, '“127.0.0.1” needs a new key')
        app.wait_text(re.compile('Check both, and that the key still exists in the Console'))
        self.assert_no_secret(app, SECRET)
        self.screenshot('error-wrong-secret')

        # Trying again by keyboard gives the same answer, at the same place.
        self.focus(app, 'button', 'Try Again')
        app.key('Return')
        self.wait_for(lambda: app.focused() == app.look('button', 'Try Again') and app.focused().is_shown(),
                      what='the button again')
        self.wait_title(app, '“127.0.0.1” needs a new key')
        self.quit(app)

        app = self.start_application(simulator, env={'ACTIONED_ORG_ID': 'a-b-c-d'})
        self.wait_title(app, re.compile('^(No permission|Not found on the server)$'))
        app.wait_text(re.compile('Check the organisation id'))
        self.assert_no_secret(app, simulator.api_secret)
        self.screenshot('error-wrong-organisation')
        self.quit(app)

        simulator.stop()
        app = self.start_application(simulator)
        self.wait_title(app, 'Offline')
        self.screenshot('error-first-start-offline')
        simulator.start()
        app.find('button', 'Try Again').mouse_click()
        self.wait_for(lambda: self.statuses(app), what='rows')
        self.assert_no_secret(app, simulator.api_secret, rows=True)

    def test_answers_that_are_none(self):
        """The list stays readable, and each fault says what it is and is over when it is over."""
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        before = self.n_open(app)
        names = [row.name for row in app.rows()]
        faults = (('html', 'This network asks you to sign in first'),
                  ('list-403', 'No permission'),
                  ('oversized', 'The answer is too large'),
                  ('cut', 'The answer cannot be read'))
        for fault, title in faults:
            self.set_faults(simulator, **{fault: 1})
            app.key('F5')
            self.wait_title(app, title)
            self.assertEqual([row.name for row in app.rows()], names, fault)
            self.screenshot(f'error-{fault}')
            if fault == 'list-403':
                self.read_details(app, title)
            self.set_faults(simulator, **{fault: 0})
            app.find('button', 'Try Again').click()
            app.wait_gone('label', title, cap=30)
            self.assertEqual(self.n_open(app), before, fault)
        self.assert_no_secret(app, simulator.api_secret)

    def test_certificate(self):
        """Nothing is sent to a server that is not trusted, and what it showed can be read and copied."""
        impostor = Impostor(self.home, '/O=Lobby Networks/CN=Looks Into Everything')
        self.addCleanup(impostor.stop)
        app = self.start_application(None, '--verbose',
                                     env={'ACTIONED_BASE_URL': impostor.url, 'ACTIONED_ORG_ID': 'org',
                                          'ACTIONED_API_KEY': 'key', 'ACTIONED_API_SECRET': SECRET})
        self.wait_title(app, 'The connection is not safe')
        self.screenshot('error-certificate')
        app.find('button', 'Details').click()
        dialog = self.dialog(app)
        for fact in ('its issuer is not trusted', 'Subject: O=Lobby Networks,CN=Looks Into Everything',
                     'Issuer: O=Lobby Networks,CN=Looks Into Everything', 'Valid until: 20',
                     'SHA-256: [0-9A-F]{2}(:[0-9A-F]{2}){31}'):
            dialog.find('label', re.compile(fact))
        self.screenshot('error-certificate-details')
        self.assertEqual(sorted({button.name for button in dialog.find_all('button')}), ['Close', 'Copy'])
        dialog.find('button', 'Copy').click()
        self.wait_clipboard(lambda text: 'SHA-256: ' in text)
        self.assertEqual(impostor.requests, [])
        self.assertEqual(app.output().count('not trusted'), 1, 'it is tried once')
        self.assert_no_secret(app, SECRET)

    def read_details(self, app, title):
        """Opens the whole message of a banner, copies it, and closes it."""
        app.find('button', 'Details').click()
        app.find('label', re.compile(f'^{title}\n'))
        self.screenshot('error-details')
        app.find('button', 'Copy').click()
        self.wait_for(lambda: self.clipboard().startswith(title), what='the copied text')
        app.key('Escape')

    def test_key_that_is_no_longer_valid(self):
        """Marks wait for the sign-in and survive it."""
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        self.quit(app)
        app = self.start_application(simulator, env={'ACTIONED_API_SECRET': SECRET})
        self.wait_title(app, '“127.0.0.1” needs a new key')
        self.wait_for_list(app)
        self.mark(app, 2)
        self.wait_header(app, '2 changes waiting')
        self.screenshot('error-sign-in-needed')
        self.assert_no_secret(app, SECRET, simulator.api_secret)
        self.quit(app)
        self.assertEqual(simulator.ledger(), [])

        app = self.open_window(simulator)
        self.assert_sent_once(simulator, 2)
        self.wait_header_without(app, 'waiting')

    def test_marks_survive_a_fault(self):
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        self.set_faults(simulator, mark_500=1)
        self.mark(app, 2)
        self.wait_title(app, 'The server has a fault')
        self.wait_header(app, '2 changes waiting')
        self.set_faults(simulator, mark_500=0)
        app.find('button', 'Try Again').click()
        self.assert_sent_once(simulator, 2)
        app.wait_gone('label', 'The server has a fault')
        self.wait_header_without(app, 'waiting')

    def test_lost_answer(self):
        """The mark arrived but its answer did not: it is on the server once."""
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        self.set_faults(simulator, lost_mark=2)
        self.mark(app, 3)
        self.assert_sent_once(simulator, 3)
        self.wait_header_without(app, 'waiting', 30)

    def refuse_marking(self, status):
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        before = self.n_open(app)
        self.set_faults(simulator, **{f'mark-{status}': 1})
        app.find('switch', 'Include actioned events?').click()
        self.mark(app, 2)
        self.wait_title(app, 'Marked on this device only')
        app.wait_text(re.compile(f'does not accept marking \\({status}\\).*stay open in the Console'))
        self.wait_for(lambda: self.statuses(app, 2) == [['ACTIONED', 'only on this device']] * 2,
                      what='marks that are kept here')
        self.assertEqual(self.n_open(app), before - 2)
        self.screenshot(f'error-cannot-mark-{status}')
        self.assert_no_secret(app, simulator.api_secret)
        return simulator, app

    def test_marking_refused(self):
        simulator, app = self.refuse_marking(404)

        # It is remembered, and what is marked now is kept here without asking the server.
        self.quit(app)
        app = self.open_window(simulator)
        self.wait_title(app, 'Marked on this device only')
        self.assertEqual(self.statuses(app, 2), [['ACTIONED', 'only on this device']] * 2)

        # The API has learned it.
        self.set_faults(simulator, mark_404=0)
        app.find('button', 'Try Again').mouse_click()
        self.assert_sent_once(simulator, 2)
        app.wait_gone('label', 'Marked on this device only')

    def test_marking_forbidden(self):
        _, app = self.refuse_marking(403)
        title = app.look('label', 'Marked on this device only')
        banner = next(node for node in title.lineage() if node.look('button', 'Try Again'))
        banner.find('button', 'Close').mouse_click()
        app.wait_gone('label', 'Marked on this device only')
        self.assertEqual(self.statuses(app, 2), [['ACTIONED', 'only on this device']] * 2)

    def test_server_that_hangs(self):
        """Reading, marking and quitting wait for nobody."""
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        self.set_faults(simulator, hang=1)
        app.key('F5')
        before = self.n_open(app)
        self.mark(app, 1)
        self.wait_header(app, f'^{before - 1} open.*1 change waiting')
        app.rows(2)[1].mouse_click(across=0.3)
        app.wait_text(app.rows(2)[1].labels()[2])
        self.screenshot('server-hangs')


if __name__ == '__main__':
    tap.main()
