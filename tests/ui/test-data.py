#!/usr/bin/python3
"""Tries what the Data menu does with the local store: freeing space.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3

import tap
from actioned_ui import DARK, ReviewCase

# A bit more than four months, in row ids.
FOUR_MONTHS = 125 * 86400000 << 20


class Data(ReviewCase):
    def setUp(self):
        super().setUp()
        self.simulator = self.start_simulator('--events', '400')

    def store_path(self):
        """The file of the only store in this home."""
        return next((self.home / 'home' / 'data' / 'actioned').glob('*.db'))

    def query(self, sql, *arguments):
        """Reads from the store, or writes to it while the program does not run."""
        with sqlite3.connect(self.store_path()) as store:
            store.execute('PRAGMA foreign_keys = ON')
            return store.execute(sql, arguments).fetchall()

    def make_old_store(self):
        """Starts once, and makes most actioned events and two open ones old; adds a log and a backup."""
        app = self.open_window(self.simulator)
        self.wait_for(lambda: self.query('SELECT count(*) FROM state WHERE status >= 8')[0][0] > 50, what='the history')
        self.quit(app)
        for what, limit in (('>= 8', 40), ('< 8', 2)):
            self.query(f'UPDATE event SET row_id = row_id - {FOUR_MONTHS} WHERE row_id IN'
                       f' (SELECT row_id FROM state WHERE status {what} LIMIT {limit})')
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
        n_events, n_open = self.make_old_store()
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
        app.wait_text('40 events')
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
                         (n_events - 40, n_open))
        self.assertEqual(self.query("SELECT count(*) FROM resource WHERE kind = 1 AND id = 'r'")[0][0], 0)
        self.assertEqual(list(self.store_path().parent.glob('*.backup-*')), [])

    def test_dark(self):
        self.make_old_store()
        app = self.open_window(self.simulator, env=DARK)
        self.open_free_space(app)
        self.screenshot('free-space-dark')

    def test_retention(self):
        n_events, n_open = self.make_old_store()
        self.configure({**self.settings, 'retention': "'3-months'"})
        app = self.open_window(self.simulator)
        app.key('ctrl+comma')
        self.wait_for(lambda: 'For 3 months' in app.find('combo box', 'Keep actioned events').labels(), what='the choice')
        self.screenshot('retention')
        app.key('Escape')
        self.wait_for(lambda: self.query('SELECT count(*), count(*) FILTER (WHERE status < 8) FROM state')[0]
                      == (n_events - 40, n_open), 30, 'the old events to go')


if __name__ == '__main__':
    tap.main()
