#!/usr/bin/python3
"""Tries what the Data menu does with the local store: freeing space, and a disk that is full.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import resource

import tap
from actioned_ui import DARK
from actioned_ui.store import StoreCase


class Data(StoreCase):
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
