#!/usr/bin/python3
"""Tries what the Data menu does with the local store: freeing space, exporting and importing it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import os
import re
import resource
import sqlite3

import tap
from actioned_ui import DARK, ReviewCase, x11

# All that happened before is long ago.
LONG_AGO = '2020-01-01T00:00:00Z'


class Data(ReviewCase):
    def setUp(self):
        super().setUp()
        self.simulator = self.start_simulator('--events', '400', '--now', LONG_AGO)

    def store_path(self):
        """The file of the only store in this home."""
        return next((self.home / 'home' / 'data' / 'actioned').glob('*.db'))

    def query(self, sql, *arguments):
        """Reads from the store, or writes to it while the program does not run."""
        with sqlite3.connect(self.store_path()) as store:
            store.execute('PRAGMA foreign_keys = ON')
            return store.execute(sql, arguments).fetchall()

    def make_store(self):
        """Starts once, and adds a log and a backup; returns how many events there are, and how many are open."""
        app = self.open_window(self.simulator)
        self.wait_for(lambda: self.query('SELECT count(*) FROM state WHERE status >= 8')[0][0] > 50, what='the history')
        self.quit(app)
        self.query("INSERT INTO resource (kind, id, grp, read_at, json) VALUES (1, 'r', '', 0, ?)", 'x' * 3000000)
        self.store_path().with_name(self.store_path().name + '.backup-2-20260101T000000Z').write_bytes(b'x' * 2000000)
        return self.query('SELECT count(*), count(*) FILTER (WHERE status < 8) FROM state')[0]

    def open_free_space(self, app):
        self.choose_in_menu(app, 'Data', 'Free Space…')
        dialog = self.wait_for(lambda: next((window for window in app.windows() if window.name == 'Free Space'), None),
                               what='the dialog')
        app.wait_text('On This Computer')
        return dialog

    def test_free_space(self):
        n_events, n_open = self.make_store()
        self.configure({**self.settings, 'keep-logs': 'true'})
        app = self.open_window(self.simulator)
        dialog = self.open_free_space(app)
        self.photograph(app, 'free-space')

        # Which events go is said before they go.
        row = dialog.find('combo box', 'Actioned events')
        self.focus(app, 'combo box', 'Actioned events')
        app.key('Return')
        self.wait_for(lambda: getattr(app.focused(), 'role', '') == 'list item', what='the choices')
        app.key('End', 'Up', 'Return')
        self.wait_for(lambda: 'Older than 3 months' in row.labels(), what='the choice')
        app.wait_text(f'{n_events - n_open} events')
        for name in ('Logs of runs', 'Backups of former versions'):
            dialog.find('switch', name).click()
        self.screenshot('free-space-chosen')
        dialog.find('button', 'Free Space').click()
        app.wait_text(re.compile(r'^\d+\.\d.MB Freed$'), 60)
        self.screenshot('free-space-done')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.quit(app)
        self.assertEqual(self.query('SELECT count(*), count(*) FILTER (WHERE status < 8) FROM state')[0],
                         (n_open, n_open))
        self.assertEqual(self.query("SELECT count(*) FROM resource WHERE kind = 1 AND id = 'r'")[0][0], 0)
        self.assertEqual(list(self.store_path().parent.glob('*.backup-*')), [])

    def choose_file(self, app, item, path):
        """Chooses an item of the Data menu and names a file. The chooser is not on the accessibility bus."""
        before = x11.active_size()
        self.choose_in_menu(app, 'Data', item)
        self.wait_for(lambda: x11.active_size() != before and x11.has_focus(app.pid), what='the file chooser')
        exports = item.startswith('Export')
        app.key('ctrl+a' if exports else 'ctrl+l')
        app.write(str(path))
        chooser = x11.active_size()

        # While the chooser looks for how the name could go on, it takes no answer. What opens after it
        # must not take the answer either.
        def is_answered():
            if x11.active_size() == chooser and x11.has_focus(app.pid):
                app.key('Return' if exports else 'alt+o')
            return x11.active_size() != chooser
        self.wait_for(is_answered, what='the chooser to close')

    def count(self, app, title):
        """The number in a row of the import dialog."""
        row = app.find('list item', title)
        return int(row.labels()[-1])

    def make_file(self):
        """Exports a store in which a mark waits, and returns the file and how many events there are."""
        app = self.open_window(self.simulator)
        self.wait_for(lambda: self.query('SELECT count(*) FROM state WHERE status >= 8')[0][0] > 50, what='the history')
        self.simulator.stop()
        self.mark(app, 1)
        self.wait_header(app, '1 change waiting')
        path = self.home / 'backup.actioned'
        self.choose_file(app, 'Export Store…', path)
        app.wait_text('Store exported to “backup.actioned”')
        self.assertEqual(path.stat().st_mode & 0o077, 0)
        self.screenshot('store-exported')
        self.quit(app)
        return path, self.query('SELECT count(*) FROM event')[0][0]

    def test_export_and_import(self):
        path, n_events = self.make_file()
        for file in self.store_path().parent.glob('*'):
            file.unlink()

        # On another computer, without a network.
        app = self.start_application(self.simulator)
        app.wait_text('Offline')
        self.choose_file(app, 'Import Store…', path)
        app.find('button', 'Import')
        self.assertEqual(self.count(app, 'New events'), n_events)
        self.assertEqual(self.count(app, 'Unsent changes'), 1)
        self.photograph(app, 'import-found')
        app.find('button', 'Import').click()
        app.find('button', 'Send from This Computer', cap=30)
        self.screenshot('import-done')
        self.assertEqual(self.query('SELECT count(*) FROM outbox')[0][0], 0)
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_for_list(app)

        # Done again, it finds nothing new; the change is sent when it is said to.
        self.choose_file(app, 'Import Store…', path)
        app.find('button', 'Import')
        self.assertEqual(self.count(app, 'New events'), 0)
        self.assertEqual(self.count(app, 'Events that are here already'), n_events)
        self.assertEqual(self.count(app, 'Unsent changes'), 0)
        app.key('Escape')
        self.wait_no_dialog(app)
        self.choose_in_menu(app, 'Pending Changes')
        app.wait_text('Imported and Held Back')
        app.wait_text(re.compile('^Marked as actioned: '))
        self.photograph(app, 'imported-section')
        app.find('button', 'Send from This Computer').click()
        app.wait_gone('label', 'Imported and Held Back')
        self.assertEqual(self.query('SELECT count(*) FROM outbox WHERE state <> 4')[0][0], 1)

    def test_import_refused(self):
        app = self.open_window(self.simulator, env=DARK)
        for name, content, title in (('text', b'hello', 'This is no file of a store'),
                                     ('newer', b'{"type":"actioned-store","format":9,"organization":"o"}\n',
                                      'The file is from a newer version'),
                                     ('cut', b'{"type":"actioned-store","format":1,"organization":"o"}\n',
                                      'The file is damaged')):
            path = self.home / name
            path.write_bytes(content)
            self.choose_file(app, 'Import Store…', path)
            app.wait_text(title)
            self.screenshot(f'import-{name}')
            app.key('Escape')
            self.wait_no_dialog(app)

        # Another organisation's store has to be confirmed.
        head = b'{"type":"actioned-store","format":1,"organization":"o","connection":"Other","exportedAt":1772600767000}\n'
        end = f'{{"type":"end","lines":1,"sha256":"{hashlib.sha256(head).hexdigest()}"}}\n'
        path.write_bytes(head + end.encode())
        self.choose_file(app, 'Import Store…', path)
        app.wait_text('Import all the same')
        button = app.find('button', 'Import')
        self.assertFalse(button.has('sensitive'))
        self.screenshot('import-other')
        app.find('switch', 'Import all the same').click()
        self.wait_for(lambda: button.has('sensitive'), what='the button')

    def test_full_disk(self):
        """What cannot be kept is not shown as done, and goes when there is room again."""
        command = ['/bin/sh', '-c', 'trap "" XFSZ; exec "$0"', os.environ['ACTIONED_TEST_PROGRAM']]
        app = self.start(command, self.simulator.environment())
        self.wait_header(app, 'as of')
        self.wait_for_list(app)
        self.wait_for(lambda: self.query('SELECT count(*) FROM state WHERE status >= 8')[0][0] > 50, what='the history')
        n_open = self.n_open(app)
        resource.prlimit(app.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        app.key('ctrl+Home', 'space')
        app.wait_text(re.compile(r'^1 of \d+ selected'))
        app.key('e')
        app.wait_text('Mark 1 event as actioned?')
        app.key('Return')
        app.wait_text('The disk is full')
        self.screenshot('disk-full')
        self.assertEqual(self.n_open(app), n_open)
        self.assertEqual(self.query('SELECT count(*) FROM outbox')[0][0], 0)

        resource.prlimit(app.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        app.key('Escape')
        self.wait_no_dialog(app)
        self.confirm(app, 1)
        self.wait_header(app, f'^{n_open - 1} open')

    def test_dark(self):
        self.make_store()
        app = self.open_window(self.simulator, env=DARK)
        self.open_free_space(app)
        self.screenshot('free-space-dark')

    def test_retention(self):
        """What an earlier start was told is there to be seen, and an open event stays whatever it is."""
        self.configure({**self.settings, 'retention': "'3-months'"})
        app = self.open_window(self.simulator)
        n_open = self.n_open(app)
        app.key('ctrl+comma')
        self.wait_for(lambda: 'For 3 months' in app.find('combo box', 'Keep actioned events').labels(), what='the choice')
        self.screenshot('retention')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.assertEqual(self.n_open(app), n_open)


if __name__ == '__main__':
    tap.main()
