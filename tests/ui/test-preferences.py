#!/usr/bin/python3
"""Changes when marking asks, in the preferences window and by keyboard.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import tap
from actioned_ui import ReviewCase

NOW = '2026-03-03T14:00:00Z'


class Preferences(ReviewCase):
    settings = {**ReviewCase.settings, 'undo-seconds': '60'}

    def open_preferences(self, app):
        app.key('ctrl+comma')
        return self.wait_for(lambda: next((window for window in app.windows() if window.name == 'Preferences'), None),
                             what='the preferences')

    def close_preferences(self, app):
        app.key('Escape')
        self.wait_for(lambda: len(app.windows()) == 1, what='the preferences to close')
        self.wait_for_list(app)

    def focused_choice(self, app):
        """The choice that has the focus in a list that dropped down, or '' while none has."""
        focused = app.focused()
        return ' '.join(focused.labels()) if focused and focused.role == 'list item' and not focused.name else ''

    def choose(self, app, row, choice):
        """Drops down the list of a row and goes to a choice, by keyboard."""
        self.wait_for(lambda: row.has('focused'), what='the focus in the row')
        app.key('Return')
        self.wait_for(lambda: self.focused_choice(app), what='the choices')
        app.key('Home')
        self.wait_for(lambda: self.focused_choice(app) == 'Always', what='the first choice')
        while self.focused_choice(app) != choice:
            before = self.focused_choice(app)
            app.key('Down')
            self.wait_for(lambda: self.focused_choice(app) not in ('', before), what=f'{choice}, not {before}')
        self.screenshot('preferences-choice')
        app.key('Return')
        self.wait_for(lambda: choice in row.labels(), what=f'the choice {choice}')

    def test_when_to_ask(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        preferences = self.open_preferences(app)
        self.choose(app, preferences.find('combo box', 'Ask before marking'), 'Never')
        self.screenshot('preferences')
        self.close_preferences(app)
        app.key('Home', 'e')
        app.wait_text('1 event marked as actioned')

        preferences = self.open_preferences(app)
        self.choose(app, preferences.find('combo box', 'Ask before marking'), 'Only for several events')
        self.close_preferences(app)
        app.key('e')
        app.wait_text('2 events marked as actioned')
        app.key('space', 'Down', 'space', 'e')
        app.wait_text('Mark 2 events as actioned?')
        app.key('Escape')
        app.wait_gone('label', 'Mark 2 events as actioned?')
        self.quit(app)
        self.assert_sent_once(simulator, 2)

    def test_shortcuts(self):
        """They are shown each time they are asked for, and leave no hidden window behind."""
        app = self.open_window(self.start_simulator('--events', '20', '--now', NOW))
        for _ in range(2):
            app.key('ctrl+question')
            window = self.wait_for(lambda: app.windows()[1:], what='the shortcuts')[0]
            window.find('label', 'Refresh')
            self.screenshot('shortcuts')
            # GTK 4.8 ends the program where the last window of all is a hidden one.
            self.assertIsNotNone(app.root().accessible.get_child_at_index(99))
            app.key('Escape')
            self.wait_for(lambda: len(app.windows()) == 1, what='the shortcuts to close')
            self.assertIsNotNone(app.root().accessible.get_child_at_index(99))
        self.assertTrue(app.is_running())

    def test_keep_logs(self):
        simulator = self.start_simulator('--events', '20', '--now', NOW)
        app = self.open_window(simulator)
        preferences = self.open_preferences(app)
        switch = preferences.find('switch', 'Keep logs offline')
        self.assertFalse(switch.has('checked'))
        switch.click()
        self.wait_for(lambda: switch.has('checked'), what='the switch')
        self.screenshot('preferences-logs')
        self.close_preferences(app)
        self.quit(app)
        keys = (self.home / 'home' / 'config' / 'glib-2.0' / 'settings' / 'keyfile').read_text(encoding='utf-8')
        self.assertIn('keep-logs=true', keys)


if __name__ == '__main__':
    tap.main()
