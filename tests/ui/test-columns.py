#!/usr/bin/python3
"""Sorts by the columns that not everybody shows, and by the status.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import tap
from actioned_ui import ReviewCase

NOW = '2026-03-03T14:00:00Z'


def fold(text):
    """What the list sorts by: a text but for the case of its ASCII letters."""
    return ''.join(character.lower() if character.isascii() else character for character in text).encode()


class Columns(ReviewCase):
    settings = {**ReviewCase.settings, 'show-account-column': 'true', 'show-integration-column': 'true'}

    def cells(self, app, column):
        """What the first cells of a column say; nothing where there is nothing to say."""
        rows = app.rows(150 if column == 'Status' else 40)
        titles = [title.labels() for title in rows[0].parent.parent.children[0].children]
        i = titles.index([column])
        return [next((label for label in row.children[i].labels() if not label.startswith('Gtk')), '')
                for row in rows]

    def is_sorted(self, app, column, reverse):
        texts = self.cells(app, column)
        return len(set(texts)) > 1 and texts == sorted(texts, key=fold, reverse=reverse)

    def sort_both_ways(self, app, column, first_is_last=False):
        """Clicks twice on a title and waits for the order each time."""
        for reverse in (first_is_last, not first_is_last):
            # Two clicks at the same place soon after each other are a double click.
            app.find('label', column).mouse_click(across=0.8 if reverse == first_is_last else 0.2)
            self.wait_for(lambda: self.is_sorted(app, column, reverse),
                          what=f'the rows by {column}, {"backwards" if reverse else "forwards"}')

    def test_names_and_sorting(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')

        names = {thing['name'] for path in ('integrationconfigs', 'accounts')
                 for thing in simulator.get(f'{path}?pageSize=100')['data']}
        self.wait_for(lambda: set(self.cells(app, 'Integration') + self.cells(app, 'Account')) <= {*names, ''},
                      what='names in place of ids')
        self.sort_both_ways(app, 'Integration')
        self.sort_both_ways(app, 'Account')
        self.screenshot('columns-by-account')

        # Among actioned events the status is in words, open events first.
        app.find('switch', 'Include actioned events?').mouse_click()
        self.wait_for(lambda: 'ACTIONED' in self.cells(app, 'Status'), what='actioned events')
        self.sort_both_ways(app, 'Status', first_is_last=True)
        self.screenshot('columns-by-status')


if __name__ == '__main__':
    tap.main()
