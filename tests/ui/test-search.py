"""Searching: what is typed, completed, explained and found.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase


class Search(ReviewCase):
    def open_search(self, *arguments, env=None):
        """Opens a window on some events and the search in it by keyboard."""
        simulator, app, events = self.open_events_window(*arguments, env=env)
        app.key('ctrl+f')
        self.entry = app.find('entry', 'Search events')
        return simulator, app, events

    def test_look(self):
        simulator, app, events = self.open_search('--events', '60', '--seed', '7')
        self.screenshot('search-open')
        app.write('run')
        app.find('status bar', re.compile(r'^\d+ events?$'))
        self.screenshot('search-word')
        app.write(' na')
        app.find('list item', re.compile('^name:'))
        self.screenshot('search-fields')
        app.key('Down', 'Return')
        self.screenshot('search-values')
        app.key('ctrl+a')
        app.write('is:xyz')
        app.find('alert', re.compile('is not a state'))
        self.photograph(app, 'search-problem')


if __name__ == '__main__':
    tap.main()
