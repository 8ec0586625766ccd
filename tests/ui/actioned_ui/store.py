"""What a test knows of the local store of the program.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import sqlite3

from .review import ReviewCase

# All that happened before is long ago.
LONG_AGO = '2020-01-01T00:00:00Z'


class StoreCase(ReviewCase):
    """A test on a server with 400 old events that looks into the store."""

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
