#!/usr/bin/python3
"""Tries the ways to refresh, and that what is being read and chosen stays where it is.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import ReviewCase

FIRST_DAYS = {'from': '2026-02-25T00:00:00Z', 'to': '2026-02-26T00:00:00Z'}


class Refresh(ReviewCase):
    def top_of(self, app, name):
        """How far below the window's top a row is."""
        return self.find_row(app, name, 90).extents()[1]

    def test_button_and_keys(self):
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        self.wait_header(app, r'open · as of \d\d:\d\d$')
        expected = self.n_open(app)
        for way in (lambda: app.find('button', 'Refresh').mouse_click(), lambda: app.key('F5'),
                    lambda: app.key('ctrl+r')):
            self.add_events(simulator, count=1)
            way()
            expected += 1
            self.wait_header(app, f'^{expected} open')
        self.assertEqual(simulator.ledger(changed_only=False), [])

    def test_everything_stays(self):
        simulator = self.start_simulator('--events', '240', '--now', '2026-03-03T14:00:00Z')
        app = self.open_window(simulator)
        before = self.n_open(app)

        # In the middle of the list, one row is being read and two others are chosen.
        app.rows(1)[0].scroll(6)
        self.wait_for(lambda: not app.rows(1)[0].is_shown(), what='the list to scroll')
        shown = self.on_screen(app)[2:9]
        self.find_row(app, shown[1]).find('check box').mouse_click()
        self.find_row(app, shown[3]).find('check box').mouse_click()
        app.wait_text(f'2 of {before} selected')
        self.find_row(app, shown[2]).mouse_click(across=0.4)
        self.wait_for(lambda: self.is_selected(app, shown[2]), what='a selected row')
        message = self.find_row(app, shown[2]).labels()[2]
        app.wait_text(message)
        place = self.top_of(app, shown[2])
        self.screenshot('refresh-before')

        self.add_events(simulator, count=4)
        self.add_events(simulator, count=6, **FIRST_DAYS)
        app.key('F5')
        self.wait_header(app, f'^{before + 10} open')
        button = app.find('button', '4 New Events')
        self.wait_for(button.is_shown, what='the button to the new events')
        self.assertTrue(self.is_selected(app, shown[2]))
        self.assertEqual(self.top_of(app, shown[2]), place)
        app.wait_text(f'2 of {before + 10} selected')
        for i, name in enumerate(shown):
            self.assertEqual(self.find_row(app, name, 90).find('check box').has('checked'), i in (1, 3), name)
        self.screenshot('refresh-new-events')

        # By mouse, to the top, where the new ones are.
        button.mouse_click()
        self.wait_for(lambda: app.rows(1)[0].is_shown(), what='the newest event')
        app.wait_gone('button', '4 New Events')
        app.wait_text(f'2 of {before + 10} selected')
        self.assertTrue(self.is_selected(app, shown[2]))
        self.screenshot('refresh-at-the-top')

    def test_new_events_at_the_top(self):
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        before = self.n_open(app)
        app.key('ctrl+Home', 'Down', 'Up')
        name = app.rows(1)[0].name
        self.wait_for(lambda: self.is_selected(app, name), what='a selected row')
        place = self.top_of(app, name)

        self.add_events(simulator, count=1)
        app.key('ctrl+r')
        self.wait_header(app, f'^{before + 1} open')
        button = app.find('button', '1 New Event')
        self.wait_for(button.is_shown, what='the button to the new event')
        self.assertEqual(self.top_of(app, name), place)
        self.assertFalse(app.rows(1)[0].is_shown())

        # By keyboard.
        self.focus(app, 'button', '1 New Event', 'shift+Tab')
        self.screenshot('refresh-new-event-focused')
        app.key('Return')
        self.wait_for(lambda: app.rows(1)[0].is_shown(), what='the new event')
        self.wait_for(lambda: app.focused() and app.focused().is_shown(), what='a focus that can be seen')
        app.wait_gone('button', '1 New Event')
        self.assertTrue(self.is_selected(app, name))

    def on_screen(self, app):
        """The names of the rows that can be seen, from the top."""
        return [row.name for row in app.rows(90) if row.is_shown()]

    def is_selected(self, app, name):
        """Whether a row is the selected one; GTK 4.8 says so of its cells only."""
        row = self.find_row(app, name, 90)
        return row is not None and (row.has('selected') or any(cell.has('selected') for cell in row.children))


if __name__ == '__main__':
    tap.main()
