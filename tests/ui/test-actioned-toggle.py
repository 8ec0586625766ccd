#!/usr/bin/python3
"""Tries the switch that brings the actioned events back, and taking marks back.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import ReviewCase

SWITCH = 'Include actioned events?'
TIME = re.compile(r'^\d+ \w{3}( \d{4})? \d\d:\d\d$')


class ActionedToggle(ReviewCase):
    def words(self, app, limit=30):
        names = [row.name for row in app.rows(limit)]
        return ['NOT ACTIONED' if ', not actioned, ' in name else 'ACTIONED' for name in names if ', ' in name]

    def test_by_mouse(self):
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        self.assertEqual(set(self.words(app)), {'NOT ACTIONED'})
        before = self.n_open(app)

        app.find('switch', SWITCH).mouse_click()
        self.wait_for(lambda: 'ACTIONED' in self.words(app), what='actioned events')
        self.assertEqual(set(self.words(app)), {'ACTIONED', 'NOT ACTIONED'})
        self.assertEqual(self.n_open(app), before)
        for row in app.rows():
            word, *rest = self.status(row)
            box = row.look('check box')
            if word == 'ACTIONED':
                self.assertRegex(rest[0], TIME)
            self.assertEqual(box is not None and box.has('sensitive'), word != 'ACTIONED', row)
        app.key('ctrl+End')
        self.screenshot('include-actioned')

        # Its position is remembered.
        self.quit(app)
        app = self.open_window(simulator)
        self.assertTrue(app.find('switch', SWITCH).has('checked'))
        self.assertEqual(set(self.words(app)), {'ACTIONED', 'NOT ACTIONED'})
        app.find('switch', SWITCH).mouse_click()
        self.wait_for(lambda: set(self.words(app)) == {'NOT ACTIONED'}, what='open events only')
        self.quit(app)
        app = self.open_window(simulator)
        self.assertFalse(app.find('switch', SWITCH).has('checked'))
        self.assertEqual(set(self.words(app)), {'NOT ACTIONED'})

    def test_by_keyboard(self):
        app = self.open_window(self.start_simulator('--events', '120'))
        self.focus(app, 'switch', SWITCH, 'shift+Tab')
        app.key('space')
        self.wait_for(lambda: 'ACTIONED' in self.words(app), what='actioned events')
        app.key('space')
        self.wait_for(lambda: set(self.words(app)) == {'NOT ACTIONED'}, what='open events only')

    def test_not_sent_yet(self):
        simulator = self.start_simulator('--events', '120', '--state', self.state_file())
        app = self.open_window(simulator)
        before = self.n_open(app)
        app.find('switch', SWITCH).click()
        self.wait_for(lambda: 'ACTIONED' in self.words(app), what='actioned events')
        simulator.stop()
        open_rows = [row.name for row in app.rows() if self.status(row) == ['NOT ACTIONED']]

        # A marked row stays where it is.
        self.mark_row(app, open_rows[0])
        self.wait_header(app, '1 change waiting')
        self.assertEqual(self.status_of(app, open_rows[0]), ['ACTIONED', 'not sent yet'])
        self.screenshot('not-sent-yet')

        # Taken back by the row's menu, with keys alone.
        app.key('ctrl+Home', 'shift+F10')
        app.find('menu item', 'Mark as Not Actioned')
        self.screenshot('row-menu')
        self.focus(app, 'menu item', 'Mark as Not Actioned', 'Down')
        app.key('Return')
        self.wait_for(lambda: self.status_of(app, open_rows[0]) == ['NOT ACTIONED'])
        self.wait_header_without(app, 'waiting')
        self.assertEqual(self.n_open(app), before)

        # Nothing of it reaches the server.
        simulator.start()
        app.key('F5')
        app.wait_gone('label', re.compile('^Offline'))
        self.assertEqual(simulator.ledger(changed_only=False), [])

    def test_open_again_on_the_server(self):
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        before = self.n_open(app)
        name = app.rows(1)[0].name
        app.find('switch', SWITCH).click()
        self.wait_for(lambda: 'ACTIONED' in self.words(app), what='actioned events')
        self.mark_row(app, name)
        [event_id] = self.assert_sent_once(simulator, 1)
        self.wait_for(lambda: self.status_of(app, name)[-1:] != ['not sent yet'], what='the answer')
        self.assertEqual(self.status_of(app, name)[0], 'ACTIONED')
        self.assertRegex(self.status_of(app, name)[1], TIME)
        self.assertEqual(self.n_open(app), before - 1)

        self.set_actioned(simulator, event_id, False)
        app.key('F5')
        self.wait_for(lambda: self.status_of(app, name) == ['NOT ACTIONED', 'open again on the server'],
                      what='an event that is open again')
        self.assertEqual(self.n_open(app), before)
        self.screenshot('open-again')


if __name__ == '__main__':
    tap.main()
