#!/usr/bin/python3
"""Looks for the secret and the tokens of a connection wherever they must not be, after much was done.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import os
import sqlite3
import subprocess
from pathlib import Path

import tap
from actioned_ui import ConnectingCase, x11
from actioned_ui.wire import Wire

ADDRESS = 'https://console.example.com/'
#: The secret of the key that replaces the first one, and one that is typed and wrong.
NEW_SECRET = 'canary-of-the-new-key'
WRONG_SECRET = 'canary-that-is-wrong'
#: What root needs in order to be like any user, who may look into the user's other processes only.
RIGHTS_TO_LOOK = '-sys_ptrace,-perfmon,-sys_admin'
LIKE_A_USER = (['setpriv', f'--bounding-set={RIGHTS_TO_LOOK}', f'--inh-caps={RIGHTS_TO_LOOK}']
               if os.geteuid() == 0 else [])


class Canary(ConnectingCase):
    #: Long enough for the toast to be seen while everything is written to the log.
    settings = {'undo-seconds': '10'}

    def setUp(self):
        super().setUp()
        self.simulator = self.start_simulator('--events', '120', '--now', '2026-03-03T14:00:00Z')
        self.wire = Wire(self.simulator.port)
        self.addCleanup(self.wire.close)
        self.assertEqual(self.opened_links(), [])
        # What is to be searched: a name of the place, and what stands there.
        self.places = {}
        #: The keys that were used, with their secrets.
        self.keys = [(self.simulator.api_key, self.simulator.api_secret)]

    def variables(self):
        """The environment of the connection, with secrets in it that the program does not use."""
        return {**self.simulator.environment(), 'ACTIONED_BASE_URL': self.wire.base_url,
                'M3TER_API_SECRET': 'canary-of-another-program', 'M3TER_API_TOKEN': 'canary-that-is-a-token',
                'G_MESSAGES_DEBUG': 'all'}

    def canaries(self):
        """The secrets, as they are and as they go over the line."""
        secrets = self.wire.secrets()
        for key, secret in self.keys:
            self.assertIn(base64.b64encode(f'{key}:{secret}'.encode()).decode(), secrets, 'The line saw no secret')
        self.assertGreater(len(secrets), len(self.keys), 'The line saw no token')
        return secrets | {secret for _, secret in self.keys} | {
            'canary-of-another-program', 'canary-that-is-a-token', WRONG_SECRET}

    # Places

    def note(self, place, content):
        """Remembers what is to be searched."""
        self.places.setdefault(place, []).append(content if isinstance(content, bytes) else content.encode())

    def note_process(self, place, pid):
        """What the system shows of a running process."""
        self.note(f'{place}: command line', Path(f'/proc/{pid}/cmdline').read_bytes())
        try:
            self.note(f'{place}: environment', Path(f'/proc/{pid}/environ').read_bytes())
        except PermissionError:
            self.assertNotEqual(os.geteuid(), 0)

    def note_window(self, app):
        """What can be seen or heard, and what it has written."""
        self.note('texts and output of the window', self.everything_readable(app))

    def note_files(self):
        """Everything in the home, and what SQLite has in its tables."""
        for path in self.home.rglob('*'):
            if path.is_file():
                self.note(f'file {path.relative_to(self.home)}', path.read_bytes())
            if path.suffix == '.db':
                self.note_tables(path)

    def note_tables(self, path):
        with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as store:
            for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                # Indexes of words have tables that only their own functions may read.
                if not table.startswith('sqlite_') and '_words' not in table:
                    self.note(f'table {table}', repr(store.execute(f'SELECT * FROM "{table}"').fetchall()))

    def assert_clean(self, *places):
        """No canary is in any place, and there was something in those that are named."""
        for place in places:
            self.assertTrue(any(self.places.get(place, [])), f'There was nothing to search in {place}')
        found = {place for canary in self.canaries() for place, contents in self.places.items()
                 if any(canary.encode() in content for content in contents)}
        self.assertEqual(found, set())

    # What is done

    def run_command(self, *arguments):
        """Runs a command to its end, and notes what it says."""
        result = subprocess.run([os.environ['ACTIONED_TEST_PROGRAM'], *arguments], stdin=subprocess.DEVNULL,
                                env={**os.environ, **self.home_env, **self.variables()}, capture_output=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.note(f'output of {arguments[0]}', result.stdout + result.stderr)
        return result.stdout.decode()

    def choose_file(self, app, path):
        """Names a file in the chooser and saves there; tells whether it is there then.

        The chooser is not on the accessibility bus, and does not always take a name at once.
        """
        chooser = x11.active_size()
        app.key('ctrl+a')
        app.write(str(path))

        def is_answered():
            if x11.active_size() == chooser and x11.has_focus(app.pid):
                app.key('Return')
            return x11.active_size() != chooser
        self.wait_for(is_answered, what='the chooser to close')
        try:
            return self.wait_for(path.exists, 5, 'the file')
        except AssertionError:
            return False

    def save(self, app, path, open_chooser):
        """Opens the chooser in some way and saves a file by it, which may take more than one try.

        @open_chooser returns the size of the window before it.
        """
        for _ in range(3):
            before = open_chooser()
            self.wait_for(lambda: x11.active_size() != before and x11.has_focus(app.pid), what='the file chooser')
            if self.choose_file(app, path):
                return
        self.fail(f'{path.name} could not be saved')

    def copy_export_and_follow(self, app):
        """What takes texts out of the window: the clipboard, files, the browser."""
        events = self.open_events(self.simulator)
        app.key('ctrl+Home', 'Down')
        app.wait_text(self.message_of(events[1]))
        app.key('ctrl+c')
        self.note('clipboard', self.wait_clipboard(lambda text: events[1]['id'] in text))
        self.mark(app, 2)

        def open_export():
            if len(app.windows()) == 1:
                app.key('ctrl+shift+e')
            button = self.dialog(app).find('button', 'Export…')
            self.wait_for(lambda: button.has('sensitive'), what='the button')
            before = x11.active_size()
            button.click()
            return before

        def open_store_export():
            before = x11.active_size()
            self.choose_in_menu(app, 'Data', 'Export Store…')
            return before

        self.save(app, self.home / 'events.csv', open_export)
        self.wait_no_dialog(app)
        self.save(app, self.home / 'backup.actioned', open_store_export)

        self.choose_in_menu(app, 'Open in Console')
        dialog = self.dialog(app)
        app.write(ADDRESS)
        self.wait_for(lambda: dialog.find('button', 'Open').has('sensitive'), what='the button')
        app.key('Return')
        self.wait_no_dialog(app)
        self.wait_for(lambda: self.opened_links() == [ADDRESS], what='the browser')

    def connect_and_rotate(self, app):
        """What a person does with secrets: enters one, tests it, and replaces it."""
        self.open_form(app)
        self.fill_in(app, self.simulator, **{'Address of the API': self.wire.base_url, 'API secret': WRONG_SECRET})
        self.press(app, 'Test Connection')
        self.see(app, 'The key was refused')
        self.entry(app, 'API secret').set_text(self.simulator.api_secret)
        self.press(app, 'Test Connection')
        self.see(app, 'The connection works')
        self.press(app, 'Connect')
        self.wait_no_dialog(app)
        self.wait_header(app, 'open · as of')
        self.note_window(app)

        self.set_key(self.simulator, 'new-key', NEW_SECRET)
        app.key('F5')
        self.press(app, 'Update Key…')
        self.entry(app, 'Access key id').set_text('new-key')
        self.entry(app, 'API secret').set_text(NEW_SECRET)
        self.press(app, 'Update')
        self.wait_no_dialog(app)
        self.keys.append(('new-key', NEW_SECRET))
        app.wait_gone(None, '“Acme” needs a new key')

    def read_network_log(self, app):
        """What somebody copies who reports a problem."""
        self.choose_in_menu(app, 'Network Log')
        dialog = self.dialog(app)
        self.note_window(app)
        dialog.find('button', 'Copy All').click()
        self.note('network log', self.wait_clipboard(lambda text: '/oauth/token' in text))
        dialog.find('button', 'Close').click()
        self.wait_no_dialog(app)

    def test_window(self):
        # The environment has secrets in it, but no connection.
        app = self.start_application(None, '--verbose', env={name: value for name, value in self.variables().items()
                                                            if not name.startswith('ACTIONED_')})
        self.connect_and_rotate(app)
        self.note_process('window', app.pid)
        self.copy_export_and_follow(app)
        self.read_network_log(app)
        self.assert_sent_once(self.simulator, 2)
        self.note_window(app)
        self.note_files()
        self.note_process('window', app.pid)
        self.quit(app)
        self.note('output of the window', app.output())
        self.note_files()
        self.assert_clean('clipboard', 'network log', 'texts and output of the window', 'output of the window',
                          'window: command line', 'file events.csv', 'file backup.actioned', 'file home/keyring',
                          'table event', 'table outbox', 'file home/data/actioned/connections.ini',
                          'file home/opened-links-environment', 'file home/config/glib-2.0/settings/keyfile')
        self.assertIn('act-api-DEBUG', app.output(), 'The log was silent')

    def can_read(self, pid):
        """Whether another program of the user can read the environment of a process, and so its memory."""
        return subprocess.run([*LIKE_A_USER, 'cat', f'/proc/{pid}/environ'], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False).returncode == 0

    def test_memory(self):
        other = subprocess.Popen([*LIKE_A_USER, 'sleep', '600'])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        self.wait_for(lambda: self.can_read(other.pid), what='what can be seen of any process')
        app = self.start([*LIKE_A_USER, os.environ['ACTIONED_TEST_PROGRAM']])
        self.assertFalse(self.can_read(app.pid))
        limits = Path(f'/proc/{app.pid}/limits').read_text(encoding='utf-8')
        self.assertRegex(limits, r'Max core file size +0 +0 ')

    def test_commands(self):
        self.run_command('sync')
        self.run_command('list', '--json')
        event_id = self.open_events(self.simulator)[0]['id']
        self.run_command('show', event_id, '--json')
        self.run_command('action', event_id, '--yes')
        self.run_command('export', str(self.home / 'events.json'), '--format', 'json')
        self.run_command('pending', '--json')
        self.run_command('status', '--json')
        self.note_files()
        self.assert_clean('output of sync', 'output of action', 'output of list', 'file events.json', 'table event')


if __name__ == '__main__':
    tap.main()
