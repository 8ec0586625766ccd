#!/usr/bin/python3
"""Keeps the offer to undo for as long as somebody points at it or has the focus on it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import time

import tap
from actioned_ui import ReviewCase

NOW = '2026-03-03T14:00:00Z'


class Toast(ReviewCase):
    settings = {**ReviewCase.settings, 'undo-seconds': '4'}

    def open_on(self):
        simulator = self.start_simulator('--events', '10', '--now', NOW)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(20)) == self.n_open(app), what='all rows')
        return simulator, app

    def wait_gone(self, app):
        self.wait_for(lambda: app.look('button', 'Undo') is None, what='the toast to go')

    def assert_offered(self, app, simulator):
        """Checks that the toast stays, and that nothing is sent, for longer than the undo time."""
        until = time.monotonic() + 6
        self.wait_for(lambda: time.monotonic() > until or app.look('button', 'Undo') is None, 20)
        self.assertIsNotNone(app.look('button', 'Undo'))
        self.assertEqual(simulator.ledger(changed_only=False), [])

    def test_pointer_and_focus_keep_it(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        self.mark(app, 2)
        app.find('label', '2 events marked as actioned').hover()
        self.assert_offered(app, simulator)
        self.screenshot('toast-pointer')

        # The focus alone does so too.
        self.focus(app, 'button', 'Undo')
        app.find('switch', 'Include actioned events?').hover()
        self.assert_offered(app, simulator)
        self.screenshot('toast-focus')
        app.key('Return')
        self.wait_header(app, f'^{before} open')
        self.wait_gone(app)

        # Without either it goes, and the change with it.
        self.mark(app, 1)
        app.find('label', '1 event marked as actioned').hover()
        app.find('switch', 'Include actioned events?').hover()
        self.assert_sent_once(simulator, 1)
        self.wait_gone(app)


if __name__ == '__main__':
    tap.main()
