#!/usr/bin/python3
"""Looks at what was changed from this computer, searches it, and copies ids.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase


class Activity(ReviewCase):
    settings = {**ReviewCase.settings, 'undo-seconds': '0'}

    def open_activity(self, app):
        """Opens Activity from the menu."""
        self.choose_in_menu(app, 'Activity')
        return self.dialog(app)

    def rows_with(self, dialog, text):
        """The rows of the list of activities that name a text."""
        found = dialog.look('list', 'Activity')
        return [row for row in found.children if text in row.name] if found else []

    def wait_row(self, dialog, text):
        """Waits until a row names a text, and returns it."""
        return self.wait_for(lambda: next(iter(self.rows_with(dialog, text)), None), what=f'a row with {text!r}')

    def test_marks(self):
        simulator, app, events = self.open_events_window()
        self.mark(app, 3)
        self.assert_sent_once(simulator, 3)
        self.wait_header(app, f'^{len(events) - 3} open')
        self.mark(app, 1)
        ids = self.assert_sent_once(simulator, 4)
        app.wait_gone('button', re.compile('pending change'))

        dialog = self.open_activity(app)
        self.wait_row(dialog, 'Marked 1 event as actioned')
        row = self.wait_row(dialog, 'Marked 3 events as actioned')
        self.assertIn('3 confirmed', row.name)
        dialog.find('status bar', '2 changes')
        self.photograph(app, 'activity')

        # By an id.
        dialog.find('entry', 'Search activity').set_text(ids[3][:13])
        dialog.find('status bar', '1 change')
        self.assertEqual(len(self.rows_with(dialog, 'Marked 1 event')), 1)
        dialog.find('entry', 'Search activity').set_text('nothing of the kind')
        dialog.find('label', 'No Results Found')
        self.screenshot('activity-not-found')
        dialog.find('entry', 'Search activity').set_text('MARKED')
        dialog.find('status bar', '2 changes')
        dialog.find('entry', 'Search activity').set_text('marked 3')
        dialog.find('status bar', '1 change')

        self.wait_row(dialog, 'Marked 3 events').mouse_click()
        dialog.find('list item', re.compile(re.escape(ids[0])))
        self.photograph(app, 'activity-details')
        dialog.find('button', 'Copy All').click()
        dialog.find('status bar', '3 IDs copied')
        self.assertEqual(set(self.wait_clipboard(lambda text: text is not None and '\n' in text).split('\n')),
                         set(ids[:3]))

        # One of them is shown in the window.
        dialog.find('list item', re.compile(re.escape(ids[1]))).mouse_click()
        self.wait_no_dialog(app)
        app.find('label', ids[1])

    def test_none(self):
        _, app, _ = self.open_events_window(env=DARK)
        dialog = self.open_activity(app)
        dialog.find('label', 'No Activity')
        self.photograph(app, 'activity-none-dark')
        app.key('Escape')
        self.wait_no_dialog(app)


if __name__ == '__main__':
    tap.main()
