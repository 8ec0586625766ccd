#!/usr/bin/python3
"""Tries the built-in demo: its label, what stays of it between starts, and its reset.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re

import tap
from actioned_ui import ReviewCase
from actioned_ui import x11

LABEL = 'Demo: nothing leaves this computer'
NOW = '2026-03-04T14:02:00Z'


class Demo(ReviewCase):
    def open_demo(self, *arguments):
        app = self.open_window(None, '--demo', '--now', NOW, *arguments)
        app.wait_text(LABEL)
        return app

    def count(self, app, name):
        """The number on a button of the filter."""
        button = app.find('button', re.compile(f'^{name} \\d+$'))
        return int(button.name.rsplit(' ', 1)[1])

    def test_what_is_in_it(self):
        app = self.open_demo()
        app.wait_text('Demo')
        kinds = ('Validation', 'Missing mapping', 'Authentication', 'Run', 'Disabled')
        for kind in kinds:
            self.assertGreater(self.count(app, kind), 0, kind)
        self.screenshot('demo')
        app.find('switch', 'Include actioned events?').click()
        self.wait_for(lambda: self.count(app, 'All') >= 200, what='200 events')

        # Times are relative to the start: nothing is newer, and the newest is of that day.
        dates = [row.labels()[1] for row in app.rows()]
        self.assertTrue(all(re.match(r'^[34] Mar( 2026)? ', date) for date in dates), dates)
        texts = '\n'.join(row.name for row in app.rows(205))
        for destination in ('Chargebee', 'NetSuite', 'Salesforce', 'webhook'):
            self.assertIn(destination, texts)

    def test_stays_between_starts_and_resets(self):
        app = self.open_demo()
        before = self.n_open(app)
        name = app.rows(1)[0].name
        self.mark(app, 3)
        self.wait_header(app, f'^{before - 3} open')
        self.quit(app)

        app = self.open_demo()
        self.assertEqual(self.n_open(app), before - 3)
        self.assertIsNone(self.find_row(app, name))
        self.wait_header_without(app, 'waiting')
        app.find('switch', 'Include actioned events?').click()
        self.wait_for(lambda: self.status_of(app, name), what='the marked event')
        self.assertEqual(self.status_of(app, name)[0], 'ACTIONED')
        self.assertNotIn('not sent yet', self.status_of(app, name))
        folders = {path.parent for path in (self.home / 'home' / 'data').rglob('*') if path.is_file()}
        self.assertEqual({folder.name for folder in folders}, {'demo'})

        app.key('F10')
        self.focus(app, 'menu item', 'Reset Demo…', 'Down')
        self.screenshot('demo-menu')
        app.key('Return')
        app.wait_text('Reset the Demo?')
        self.screenshot('demo-reset')
        next(button for button in app.find_all('button', 'Reset') if button.is_shown()).mouse_click()
        self.wait_for(lambda: self.n_open(app) == before, 30, 'the demo as it was')
        self.wait_for(lambda: self.status_of(app, name) == ['NOT ACTIONED'], what='the event')
        app.wait_text(LABEL)
        self.screenshot('demo-after-reset')

    def test_two_starts_at_once(self):
        command = [os.environ['ACTIONED_TEST_PROGRAM'], '--demo', '--now', NOW]
        both = [self.start(command, window=False) for _ in range(2)]
        self.wait_for(lambda: sum(app.is_running() for app in both) == 1, 30, 'one of the two to go')
        first, second = sorted(both, key=lambda app: not app.is_running())
        self.assertEqual(second.wait_for_exit(), 0, second.output())
        first.wait_for_window()
        first.wait_text(LABEL)
        self.wait_for(lambda: self.n_open(first), what='the list')
        self.assertEqual(len(first.windows()), 1)

        # A start while it runs shows the window that there is.
        third = self.start(command, window=False)
        self.assertEqual(third.wait_for_exit(), 0, third.output())
        self.wait_for(lambda: x11.has_focus(first.pid), what='the window')
        self.assertEqual(len(first.windows()), 1)

    def test_without_a_connection(self):
        """The demo is offered where there is nothing else to show."""
        app = self.start_application()
        app.wait_text('Welcome to Actioned')
        self.screenshot('no-connection')
        self.focus(app, 'button', 'Try the Demo')
        app.key('Return')
        self.wait_for(lambda: self.n_open(app), what='the list')
        app.wait_text(LABEL)


if __name__ == '__main__':
    tap.main()
