#!/usr/bin/python3
"""Looks at what waits for the server and what it refused, and does something about it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase

class Pending(ReviewCase):
    settings = {**ReviewCase.settings, 'undo-seconds': '0'}

    def pending_dialog(self, app):
        """Opens Pending Changes by its button in the header."""
        app.find('button', re.compile('pending change')).mouse_click()
        return self.dialog(app)

    def choose_of(self, app, row, item):
        """Opens the menu of a row and chooses an item."""
        row.find('button', 'Actions').mouse_click()
        self.choose_item(app, item)

    def rows_of(self, dialog, heading):
        """The rows of a section of the dialog."""
        section = dialog.look('list', heading)
        return [row for row in section.children if row.role == 'list item'] if section else []

    def mark_all(self, app, count):
        """Ticks everything and marks it."""
        app.key('ctrl+a')
        self.confirm(app, count)

    def test_one_group(self):
        simulator, app, events = self.open_events_window(env=DARK)
        self.assertIsNone(app.look('button', re.compile('pending change')))
        n = len(events)
        simulator.stop()
        self.mark_all(app, n)
        app.find('button', f'{n} pending changes')
        self.screenshot('pending-button-dark')
        dialog = self.pending_dialog(app)
        row = self.wait_for(lambda: next(iter(self.rows_of(dialog, 'Waiting to Be Sent')), None), what='the group')
        dialog.find('label', f'Mark {n} events as actioned')
        self.photograph(app, 'pending-dark')
        row.find('list item').mouse_click()
        self.wait_for(lambda: dialog.look('list item', 'Show More', rows=True), what='the marks')
        self.photograph(app, 'pending-group-dark')

        # What is taken back is open again, and there is nothing left to look at.
        self.choose_of(app, row, 'Take Back')
        question = self.wait_for(lambda: next((window for window in app.windows()
                                               if window.look('label', f'Take back the marks of {n} events?')), None),
                                 what='the question')
        self.screenshot('pending-take-back-dark')
        question.find('button', 'Take Back').click()
        dialog.find('label', 'No Pending Changes')
        self.photograph(app, 'pending-none-dark')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_listed(app, n)
        self.assertIsNone(app.look('button', re.compile('pending change')))

    def test_refused(self):
        simulator, app, _ = self.open_events_window()
        self.set_faults(simulator, mark_400=1)
        self.mark(app, 3)
        app.find('button', re.compile('^3 pending changes, some need a look$'))
        dialog = self.pending_dialog(app)
        row = self.wait_for(lambda: next(iter(self.rows_of(dialog, 'Refused')), None), what='the group')
        self.photograph(app, 'pending-refused')
        row.find('list item').mouse_click()
        marks = self.wait_for(lambda: [each for each in row.walk() if each.role == 'list item'
                                       and each.look('button', 'Actions')][1:] or None, what='the marks')
        self.photograph(app, 'pending-refused-group')

        # One of them is shown in the window.
        self.choose_of(app, marks[0], 'Show Event')
        self.wait_no_dialog(app)
        app.find('label', re.compile('^The server said: '))
        self.screenshot('pending-show-event')

        # The server takes them now.
        self.set_faults(simulator, mark_400=0)
        dialog = self.pending_dialog(app)
        row = self.wait_for(lambda: next(iter(self.rows_of(dialog, 'Refused')), None), what='the group')
        self.choose_of(app, row, 'Try Again')
        dialog.find('label', 'No Pending Changes')
        self.assert_sent_once(simulator, 3)

    def test_menu_and_empty(self):
        _, app, _ = self.open_events_window()
        self.choose_in_menu(app, 'Pending Changes')
        dialog = self.dialog(app)
        dialog.find('label', 'No Pending Changes')
        self.photograph(app, 'pending-none')
        app.key('Escape')
        self.wait_no_dialog(app)


if __name__ == '__main__':
    tap.main()
