#!/usr/bin/python3
"""Tries stores of older and newer versions: an upgrade that takes long, and one that cannot be.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3
from pathlib import Path

import tap
from actioned_ui import DARK, ReviewCase

DUMP = Path(__file__).parent.parent / 'store' / 'data' / 'version-2.sql'
TITLE = 'Updating the Local Store…'


class Upgrade(ReviewCase):
    def setUp(self):
        super().setUp()
        self.simulator = self.start_simulator('--events', '120')

    def store_path(self):
        """The file of the only store in this home."""
        return next((self.home / 'home' / 'data' / 'actioned').glob('*.db'))

    def files(self, pattern):
        return sorted(path.name for path in self.store_path().parent.glob(pattern))

    def make_store(self):
        """Starts once, so that there is a store, and returns its file."""
        app = self.open_window(self.simulator)
        self.quit(app)
        return self.store_path()

    def make_old_store(self):
        """Puts a store of version 2 in the place of the new one."""
        path = self.make_store()
        path.unlink()
        old = sqlite3.connect(path)
        old.executescript(DUMP.read_text(encoding='utf-8') + 'PRAGMA journal_mode = WAL;')
        old.close()
        return path

    def make_newer_store(self):
        """Makes the store one of a version that is to come, in which a mark waits."""
        path = self.make_store()
        newer = sqlite3.connect(path)
        newer.executescript("""
            INSERT INTO outbox (action, target, row_id, state, previous_status, created)
              SELECT 0, id, row_id, 1, 0, 0 FROM event ORDER BY row_id DESC LIMIT 7;
            PRAGMA user_version = 1000;""")
        newer.close()
        return path

    def hold(self, path):
        """Keeps anybody from writing to a store, as a slow disk would, until the result is closed."""
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute('BEGIN IMMEDIATE')
        return holder

    def test_progress(self):
        path = self.make_old_store()
        holder = self.hold(path)
        app = self.start_application(self.simulator)
        app.wait_text(TITLE)
        app.find(None, 'Changing tables')
        self.photograph(app, 'upgrade')

        # Quitting is possible, and it goes on at the next start.
        self.focus(app, 'button', 'Quit')
        app.key('Return')
        self.assertEqual(app.wait_for_exit(30), 0, app.output())
        app = self.start_application(self.simulator, env=DARK)
        app.wait_text(TITLE)
        self.screenshot('upgrade-dark')
        holder.close()
        app.wait_gone('label', TITLE, cap=30)
        self.wait_for_list(app)
        self.assertEqual(len(self.files('*.backup-2-*')), 1)
        self.quit(app)

        # Two good starts later the backup is gone.
        for left in (1, 0):
            app = self.open_window(self.simulator)
            self.assertEqual(len(self.files('*.backup-2-*')), left)
            self.quit(app)

    def test_newer_version(self):
        path = self.make_newer_store()
        before = path.read_bytes()
        app = self.start_application(self.simulator)
        app.wait_text('A newer version of Actioned was here')
        self.photograph(app, 'newer-version')
        self.focus(app, 'button', 'Quit')
        app.key('Return')
        self.assertEqual(app.wait_for_exit(30), 0, app.output())
        self.assertEqual(path.read_bytes(), before)

        app = self.start_application(self.simulator)
        app.find('button', 'Start with a New Store…').mouse_click()
        app.wait_text('Start with a New Store?')
        app.wait_text(re.compile('7 changes in it were not sent.*Marked as actioned: .*and 2 more', re.S))
        self.screenshot('start-anew')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.assertEqual(path.read_bytes(), before)

        app.find('button', 'Start with a New Store…').mouse_click()
        self.dialog(app).find('button', 'Start with a New Store').click()
        self.wait_for_list(app)
        aside = self.files('*.set-aside-*Z')
        self.assertEqual(len(aside), 1)
        self.assertEqual((path.parent / aside[0]).read_bytes(), before)


if __name__ == '__main__':
    tap.main()
