#!/usr/bin/python3
"""Connects an organisation: what is entered, what is pasted, and every answer of the test.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ConnectingCase

CANARY = 'canary-5f1d'
HINT = 'Changes appear in m3ter as made by this service user, not by you.'


class Connect(ConnectingCase):
    def open_filled(self, *arguments, env=None, **others):
        """Starts server and program, and fills in the form."""
        simulator = self.start_server(*arguments)
        app = self.start_application(env=env)
        self.open_form(app)
        self.fill_in(app, simulator, **others)
        return simulator, app

    def test_connects(self):
        simulator = self.start_server()
        app = self.start_application()
        self.open_form(app)
        self.see(app, re.compile('^' + HINT))
        self.photograph(app, 'connect')
        self.fill_in(app, simulator)
        self.press(app, 'Test Connection')
        self.see(app, 'The connection works')
        self.photograph(app, 'connect-works')
        self.assert_not_shown(app, simulator.api_secret)
        self.press(app, 'Connect')
        self.wait_no_dialog(app)
        self.wait_header(app, 'open · as of')
        self.assertEqual(list(self.kept()), ['Acme'])
        self.assert_not_shown(app, simulator.api_secret)
        self.quit(app)

        # The keyring has the secret, so nobody is asked again.
        app = self.start_application()
        self.mark(app)
        self.quit(app)
        self.assert_sent_once(simulator, 1)

    def test_by_keyboard(self):
        """The way of whoever has no mouse, and Enter is Connect."""
        simulator = self.start_server()
        app = self.start_application()
        self.open_form(app)
        app.write('Acme')
        app.key('Tab')
        app.write(simulator.org_id)
        self.focus(app, 'text', 'Access key id')
        app.write(simulator.api_key)
        app.key('Tab')
        app.write(simulator.api_secret)
        self.focus(app, 'text', 'Address of the API')
        app.key('ctrl+a')
        app.write(simulator.base_url)
        app.key('Return')
        self.wait_no_dialog(app)
        self.wait_header(app, 'open · as of')

    def test_what_is_missing(self):
        app = self.start_application(env=DARK)
        self.open_form(app)
        app.key('Return')
        for problem in ('The organisation id is missing.', 'The key id is missing.', re.compile('^The secret is missing.')):
            self.see(app, problem)
        self.wait_for(lambda: self.entry(app, 'Organisation id').has('focused'), what='the focus in the first wrong field')
        self.photograph(app, 'connect-missing-dark')
        app.write('org')
        app.wait_gone(None, 'The organisation id is missing.')
        for url, problem in (('http://api.m3ter.com', 'must begin with https://'),
                             ('https://console.m3ter.com', 'address of the Console'), ('nonsense', 'no address of a server')):
            self.entry(app, 'Address of the API').set_text(url)
            self.press(app, 'Connect')
            self.see(app, re.compile(problem))
        self.assertEqual(self.kept(), {})

    def test_paste(self):
        """A block goes where it belongs, whatever has the focus, and is never on the screen."""
        simulator = self.start_server()
        app = self.start_application()
        block = ('# production\r\n'
                 f'export M3TER_ORG_ID="{simulator.org_id}"\r\n'
                 f"M3TER_API_KEY='{simulator.api_key}'\r\n"
                 f'ACTIONED_API_SECRET={CANARY}\r\n'
                 f'M3TER_BASE_URL={simulator.base_url}/\r\n')
        self.open_form(app)
        self.paste(app, block)
        self.wait_for(lambda: self.entry(app, 'Organisation id').text == simulator.org_id, what='the organisation')
        self.assertEqual(self.entry(app, 'Name, as you call it').text, '')
        self.assertEqual(self.entry(app, 'Access key id').text, simulator.api_key)
        self.assert_not_shown(app, CANARY)

        # With the focus on a button it is the same, and undo brings nothing back.
        self.focus(app, 'button', 'Test Connection', most=40)
        self.paste(app, f'M3TER_API_SECRET={simulator.api_secret}')
        app.key('Return')
        self.see(app, 'The connection works')
        self.entry(app, 'Access key id')
        self.screenshot('connect-pasted')
        self.assert_not_shown(app, CANARY)
        self.assert_not_shown(app, simulator.api_secret)
        self.press(app, 'Connect')
        self.wait_header(app, 'open · as of')
        self.assert_not_shown(app, CANARY)

    def test_help(self):
        app = self.start_application()
        self.open_form(app)
        self.press(app, 'Where do I find these?')
        self.see(app, 'Who may do this')
        self.see(app, re.compile('config:retrieve'))
        self.photograph(app, 'connect-help')
        app.key('Escape')
        self.wait_for(lambda: self.entry(app, 'Access key id').has('focused'), what='the form')
        app.key('Escape')
        self.wait_no_dialog(app)

    def test_wrong_secret(self):
        simulator, app = self.open_filled(**{'API secret': CANARY})
        self.press(app, 'Connect')
        self.see(app, 'The key was refused')
        self.photograph(app, 'connect-refused')
        self.assertFalse(any(button.is_shown() for button in app.find_all('button', 'Add Anyway')))
        self.assertEqual(self.kept(), {})
        self.assert_not_shown(app, CANARY)

        # What was found is about what was entered then.
        self.entry(app, 'API secret').set_text(simulator.api_secret)
        app.wait_gone(None, 'The key was refused')
        self.press(app, 'Connect')
        self.wait_header(app, 'open · as of')

    def test_wrong_organisation(self):
        simulator, app = self.open_filled(**{'Organisation id': 'another'})
        self.press(app, 'Connect')
        self.see(app, 'The key belongs to another organisation')
        self.see(app, re.compile(f'a key of {simulator.org_id}, and not of another'))
        self.photograph(app, 'connect-other-organisation')
        self.press(app, 'Use This Organisation')
        self.wait_no_dialog(app)
        self.wait_header(app, 'open · as of')
        self.assertEqual(self.kept()['Acme']['organization-id'], simulator.org_id)

    def test_no_permission(self):
        """It is kept if the user wants that: the permission may come."""
        simulator, app = self.open_filled('--fault', 'list-403:1')
        self.press(app, 'Connect')
        self.see(app, 'The service user may not read events')
        self.photograph(app, 'connect-no-permission')
        self.press(app, 'Add Anyway')
        self.wait_no_dialog(app)
        self.assertEqual(list(self.kept()), ['Acme'])

    def test_no_network(self):
        simulator, app = self.open_filled()
        simulator.stop()
        self.press(app, 'Test Connection')
        self.see(app, 'The server cannot be reached', cap=60)
        self.photograph(app, 'connect-no-network')
        self.press(app, 'Add Anyway')
        self.wait_no_dialog(app)
        self.assertEqual(list(self.kept()), ['Acme'])
        simulator.start()
        app.key('F5')
        self.wait_header(app, 'open · as of', cap=60)

    def test_other_answers(self):
        """What answers otherwise is told apart, too."""
        simulator, app = self.open_filled()
        for faults, title in (({'token_500': 1}, 'The server has a fault'), ({'token_500': 0, 'html': 1}, re.compile(
                '^(This is not the API of m3ter|A web page answered, and not the API)$'))):
            self.set_faults(simulator, **faults)
            app.find('button', 'Test Connection').click()
            self.see(app, title, cap=60)
        self.assertEqual(self.kept(), {})

    def test_connected_already(self):
        simulator = self.start_server()
        app = self.start_application()
        self.connect(app, simulator)
        self.choose_in_menu(app, 'Manage Connections…')
        app.find('button', 'Add Connection').click()
        self.entry(app, 'Organisation id')
        self.fill_in(app, simulator, **{'Name, as you call it': 'Once more'})
        self.press(app, 'Connect')
        self.see(app, 'This organisation is connected already')
        self.photograph(app, 'connect-already')
        self.press(app, 'Show It')
        self.assertEqual(list(self.kept()), ['Acme'])

    def test_no_keyring(self):
        """One that keeps nothing: the secret is for this session only, and that is said."""
        simulator, app = self.open_filled(env={'SECRET_FILE_TEST_PATH': '/dev/null/keyring'})
        self.press(app, 'Connect')
        self.see(app, 'The keyring refuses')
        self.see(app, re.compile('for this session only'))
        self.screenshot('connect-no-keyring')
        self.press(app, 'Only This Session')
        self.wait_header(app, 'open · as of')
        self.assertEqual(list(self.kept()), ['Acme'])
        self.assert_not_shown(app, simulator.api_secret)


if __name__ == '__main__':
    tap.main()
