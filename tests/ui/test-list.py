#!/usr/bin/python3
"""Looks at the list: its columns, their order and what each cell says.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import ReviewCase

NOW = '2026-03-03T14:00:00Z'
LONG = 'Begin ' + 'of a message that does not fit into its cell, ' * 8 + 'and its end.'
FOLLOW_UPS = {
    'integration.validation.error': 'View run',
    'integration.perform.error': 'View run',
    'integration.missingaccountmapping.error': 'Add Mapping',
    'integration.authentication.error': 'Configure Authorization',
    'integration.disabled.error': 'Re-enable',
}


class List(ReviewCase):
    def open_on(self, *arguments):
        simulator = self.start_simulator('--events', '120', '--now', NOW, *arguments)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        return simulator, app

    def names(self, app, limit=150):
        """The event names in the list."""
        return [row.name.split(',')[0] for row in app.rows(limit)]

    def dates(self, app, limit=150):
        """What the date cells say, in order."""
        return [next(label for label in row.labels() if re.search(r'\d\d:\d\d$', label)) for row in app.rows(limit)]

    def title(self, app, text):
        """A column's title, to be clicked on."""
        return app.find('label', text)

    def test_columns_and_cells(self):
        _, app = self.open_on()
        for text in ('Name', 'Date', 'Message', 'Status'):
            self.assertTrue(self.title(app, text).is_shown(), text)
        for text in ('Integration', 'Account'):
            self.assertIsNone(app.look('label', text), text)
        seen = set()
        for row in app.rows(150):
            name = row.name.split(',')[0]
            self.assertIsNotNone(row.look('check box'), row.name)
            self.assertIsNotNone(row.look('button', FOLLOW_UPS[name]), row.name)
            self.assertIn('NOT ACTIONED', row.labels())
            seen.add(name)
        self.assertEqual(seen, set(FOLLOW_UPS))
        self.screenshot('list')

    def test_newest_first_and_sorting(self):
        simulator, app = self.open_on()
        newest = self.dates(app, 1)
        oldest = self.dates(app)[-1:]
        self.title(app, 'Date').mouse_click()
        self.wait_for(lambda: self.dates(app, 1) == oldest, what='the oldest event first')
        self.screenshot('list-oldest-first')
        self.title(app, 'Date').mouse_click()
        self.wait_for(lambda: self.dates(app, 1) == newest, what='the newest event first')
        self.title(app, 'Name').mouse_click()
        self.wait_for(lambda: self.names(app) == sorted(self.names(app)), what='names in order')
        self.title(app, 'Name').mouse_click()
        self.wait_for(lambda: self.names(app) == sorted(self.names(app), reverse=True), what='names backwards')
        self.screenshot('list-by-name')

        # It is remembered.
        first = self.names(app, 1)
        self.quit(app)
        app = self.open_window(simulator)
        self.wait_for(lambda: self.names(app, 1) == first, what='the same order as before')

    def test_optional_columns(self):
        _, app = self.open_on()
        for column in ('Integration', 'Account'):
            app.find('button', 'Main Menu').mouse_click()
            app.find('menu item', 'Columns').click()
            self.wait_for(lambda: len(app.find_all('menu item', column)) + len(app.find_all('check menu item', column)),
                          what=f'the menu item {column}')
            self.choose(app, column)
            self.wait_for(lambda: self.is_column(app, column), what=f'the column {column}')
        integrations = {label for row in app.rows(20) for label in row.labels()}
        self.assertIn('Chargebee invoices', integrations)
        self.screenshot('list-optional-columns')

    def choose(self, app, text):
        """Chooses the last menu item with this text, which is the one in the open submenu."""
        items = app.find_all('check menu item', text) or app.find_all('menu item', text)
        items[-1].click()

    def is_column(self, app, text):
        return any(label.is_shown() for label in app.find_all('label', text))

    def test_dates_of_another_year(self):
        simulator, app = self.open_on('--retention-days', '0')
        self.add_events(simulator, count=3, **{'from': '2025-12-30T10:00:00Z', 'to': '2025-12-31T10:00:00Z'})
        before = self.n_open(app)
        app.key('F5')
        self.wait_header(app, f'^{before + 3} open')
        app.key('ctrl+End')
        self.wait_for(lambda: '2025' in self.dates(app)[-1], what='a date with its year')
        self.assertRegex(self.dates(app)[-1], r'^3[01] Dec 2025 \d\d:\d\d$')
        self.screenshot('list-dates-with-year')

    def test_long_messages(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        self.add_events(simulator, count=1, eventName='integration.perform.error', message=LONG)
        app.key('F5')
        self.wait_header(app, f'^{before + 1} open')
        app.key('ctrl+Home')
        self.wait_for(lambda: 'and its end.' in app.rows(1)[0].name, what='the whole message in the name of its row')
        row = app.rows(1)[0]
        row.mouse_click(across=0.45)
        app.find('label', LONG)
        self.screenshot('list-long-message')

    def test_a_sixth_kind(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        self.add_events(simulator, count=2, eventName='integration.weather.error', message='It rains on <b>us</b>.')
        app.key('F5')
        self.wait_header(app, f'^{before + 2} open')
        self.wait_for(lambda: self.names(app, 1) == ['integration.weather.error'], what='the new kind')
        app.find('button', 'Other 2')
        app.key('ctrl+Home')
        self.wait_for(app.rows(1)[0].is_shown, what='the new events')
        app.rows(1)[0].mouse_click(across=0.45)
        app.find('label', 'It rains on <b>us</b>.')
        self.screenshot('list-sixth-kind')

    def test_filter_by_kind(self):
        _, app = self.open_on()
        chip = app.find('button', re.compile(r'^Missing mapping \d+'))
        count = int(chip.name.split()[-1])
        chip.mouse_click()
        self.wait_for(lambda: len(app.rows(150)) == count, what='only missing mappings')
        self.assertEqual(set(self.names(app)), {'integration.missingaccountmapping.error'})
        self.screenshot('list-filtered')
        app.find('button', re.compile(r'^All \d+')).mouse_click()
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all again')


if __name__ == '__main__':
    tap.main()
