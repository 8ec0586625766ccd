"""The network log: live, copied, cleared, and without what is nobody's business.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase

LINE = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\t(GET|POST|PUT)\t/\S+\t\d{3}\t\d+ ms\t\d+ B$')


class NetworkLog(ReviewCase):
    def open_log(self, app):
        """Opens the log from the main menu."""
        self.choose_in_menu(app, 'Network Log')
        return self.dialog(app)

    def lines_of(self, text):
        """Head and lines of what was copied."""
        head, lines = text.rstrip('\n').split('\n\n')
        return head.split('\n'), lines.split('\n')

    def copied(self, app, name, accepts=lambda text: True):
        """What a button of the dialog copies, once it is what a function accepts."""
        button = self.dialog(app).find('button', name)
        self.wait_for(lambda: button.has('sensitive'), what=f'{name} to be there')
        button.click()
        app.wait_text(re.compile('requests? copied'))
        return self.wait_clipboard(lambda text: 'Actioned' in text and '\n\n' in text and accepts(text))

    def check_head(self, head):
        self.assertRegex(head[0], r'^Actioned \d')
        for library in ('GTK', 'libadwaita', 'GLib', 'libsoup', 'JSON-GLib', 'TLS'):
            self.assertTrue(any(line.startswith(library + ' ') for line in head), head)

    def test_read_copied_and_cleared(self):
        simulator, app, _events = self.open_events_window()
        dialog = self.open_log(app)
        self.photograph(app, 'network-log')
        head, lines = self.lines_of(self.copied(app, 'Copy All'))
        self.check_head(head)
        for line in lines:
            self.assertRegex(line, LINE)
        self.assertIn('\tPOST\t/oauth/token\t200\t', lines[0])
        self.assertTrue(any('/events?pageSize&eventType&includeActioned' in line for line in lines), lines)
        secret = simulator.environment()['ACTIONED_API_SECRET']
        self.assertNotIn(secret, self.everything_readable(app))

        self.assertFalse(dialog.find('button', 'Copy Selected').has('sensitive'))
        app.key('End', 'Home')
        copied = self.copied(app, 'Copy Selected', lambda text: text.count('/organizations/') == 0)
        self.assertEqual(self.lines_of(copied)[1], lines[:1])

        # What is still being read ahead goes on filling it.
        def clear():
            dialog.find('button', 'Clear').click()
            return not dialog.find('button', 'Copy All').has('sensitive')
        self.wait_for(clear, what='an empty log')
        self.photograph(app, 'network-log-empty')
        app.key('Escape')
        self.wait_no_dialog(app)
        app.key('ctrl+r')
        self.open_log(app)
        _head, lines = self.lines_of(self.copied(app, 'Copy All', lambda text: '/events?' in text))
        self.assertFalse(any('/oauth/token' in line for line in lines), lines)

    def test_verbose(self):
        simulator = self.start_simulator('--events', '5')
        app = self.open_window(simulator, '--verbose', env=DARK)
        lines = [line for line in app.output().split('\n') if '\t' in line]
        self.assertTrue(lines)
        for line in lines:
            self.assertRegex(line, LINE)
        self.assertNotIn(simulator.environment()['ACTIONED_API_SECRET'], app.output())
        self.open_log(app)
        self.screenshot('network-log-dark')


if __name__ == '__main__':
    tap.main()
