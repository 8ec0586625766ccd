#!/usr/bin/python3
"""Looks at the list: its columns, their order and what each cell says.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import subprocess
from datetime import datetime, timedelta, timezone

import tap
from actioned_ui import ReviewCase

LONG = 'Begin ' + 'of a message that does not fit into its cell, ' * 8 + 'and its end.'
FOLLOW_UPS = {
    'integration.validation.error': 'View run',
    'integration.perform.error': 'View run',
    'integration.missingaccountmapping.error': 'Add Mapping',
    'integration.authentication.error': 'Configure Authorization',
    'integration.disabled.error': 'Re-enable',
}


class List(ReviewCase):
    def listed(self, app, limit=150):
        """The event names and dates of the rows, in order."""
        return [tuple(row.name.split(', ')[:2]) for row in app.rows(limit)]

    def names(self, app):
        """The event names of the rows, in order."""
        return [name for name, _ in self.listed(app)]

    def messages(self, app):
        """The beginnings of the rows' messages, in order."""
        return [row.name.split(', not actioned, ')[1][:40].lower() for row in app.rows(150)]

    def wait_listed(self, app, events, what):
        """Waits until the list has these events in this order."""
        expected = [(event['eventName'], self.date_of(event, '%B')) for event in events]
        self.wait_for(lambda: self.listed(app) == expected, what=what)

    def click_title(self, app, text, again=False):
        """Clicks on a column's title; elsewhere for the second time, or it is a double click."""
        app.find('label', text).mouse_click(across=0.8 if again else 0.2)

    def titles(self, app):
        """The titles of the columns that are shown, from left to right."""
        names = ('Name', 'Date', 'Message', 'Integration', 'Account', 'Status')
        found = [label for label in app.find_all('label', lambda name: name in names) if label.extents()[1] < 140]
        return [label.name for label in sorted(found, key=lambda label: label.extents()[0])]

    def add(self, app, simulator, count, **what):
        """Lets events arrive and waits until they are listed."""
        n_open = self.n_open(app) + count
        ids = self.add_events(simulator, count=count, **what)
        app.key('F5')
        self.wait_header(app, f'^{n_open} open')
        self.wait_for(lambda: len(app.rows(205)) == n_open, what='the new rows')
        app.key('ctrl+Home')
        self.wait_for(app.rows(1)[0].is_shown, what='the newest event')
        return ids

    def test_columns_and_cells(self):
        _, app, events = self.open_events_window()
        self.assertEqual(self.titles(app), ['Name', 'Date', 'Message', 'Status'])
        rows = app.rows(150)
        chosen = {0, 1, 2} | {next(i for i, event in enumerate(events) if event['eventName'] == name)
                              for name in FOLLOW_UPS}
        for i in sorted(chosen):
            event, row = events[i], rows[i]
            name = event['eventName']
            labels = [label for label in row.labels() if not label.startswith('Gtk')]
            self.assertEqual(labels, [name, self.date_of(event), self.message_of(event), 'NOT ACTIONED', FOLLOW_UPS[name]])
            box = row.children[0].find('check box', f'Select {name}, {self.date_of(event, "%B")}')
            self.assertFalse(box.has('checked'))
            self.assertIsNotNone(row.children[-1].look('button', FOLLOW_UPS[name]))
        self.assertEqual(set(self.names(app)), set(FOLLOW_UPS))
        x = [rows[0].look('check box').extents()[0], *(app.find('label', title).extents()[0] for title in ('Name', 'Status')),
             rows[0].look('button').extents()[0]]
        self.assertEqual(x, sorted(x))
        self.screenshot('list')

    def test_newest_first_and_sorting(self):
        simulator, app, events = self.open_events_window()
        self.wait_listed(app, events, 'the newest event first')
        self.click_title(app, 'Date')
        self.wait_listed(app, events[::-1], 'the oldest event first')
        self.screenshot('list-oldest-first')
        self.click_title(app, 'Date', again=True)
        self.wait_listed(app, events, 'the newest event first again')

        for title, read in (('Message', self.messages), ('Name', self.names)):
            self.click_title(app, title)
            self.wait_for(lambda: read(app) == sorted(read(app)), what=f'the order of {title}')
            self.click_title(app, title, again=True)
            self.wait_for(lambda: read(app) == sorted(read(app), reverse=True), what=f'{title} backwards')
        self.screenshot('list-by-name')

        # It is remembered, and the menu changes it by keyboard.
        first = self.listed(app, 12)
        self.quit(app)
        app = self.open_window(simulator)
        self.wait_for(lambda: self.listed(app, 12) == first, what='the same order as before')
        self.choose_in_menu(app, 'Sort By', 'Date')
        self.wait_listed(app, events, 'the newest event first by the menu')

    def test_optional_columns(self):
        simulator, app, events = self.open_events_window()
        event = next(event for event in events if 'accountId' in self.facts_of(event))
        integration = simulator.get(f'integrationconfigs/{self.facts_of(event)["integrationConfigId"]}')['name']
        account = simulator.get(f'accounts/{self.facts_of(event)["accountId"]}')['name']
        row = app.rows(20)[events.index(event)]
        self.assertFalse({integration, account} & set(row.labels()))

        self.choose_in_menu(app, 'Columns', 'Integration')
        self.wait_for(lambda: integration in row.labels(), what='the name of the integration')
        self.choose_in_menu(app, 'Columns', 'Account')
        self.wait_for(lambda: account in row.labels(), what='the name of the account')
        self.assertEqual(self.titles(app)[:5], ['Name', 'Date', 'Message', 'Integration', 'Account'])
        message = next(cell for cell in row.children if self.message_of(event) in cell.labels())
        self.assertGreater(message.extents()[2], 120)
        self.screenshot('list-optional-columns')

        # They are remembered, and they go again.
        self.quit(app)
        app = self.open_window(simulator)
        self.wait_for(lambda: self.titles(app)[3:5] == ['Integration', 'Account'], what='the same columns as before')
        self.choose_in_menu(app, 'Columns', 'Integration')
        self.wait_for(lambda: self.titles(app)[3:4] == ['Account'], what='one column less')

    def test_ids_where_names_are_unknown(self):
        self.configure({**self.settings, 'show-integration-column': 'true', 'show-account-column': 'true'})
        simulator, app, _ = self.open_events_window()
        ids = {'integrationConfigId': '11111111-2222-3333-4444-555555555555',
               'accountId': '66666666-7777-8888-9999-000000000000'}
        self.add(app, simulator, 1, eventName='integration.perform.error',
                 m3terEvent={'eventData': {'newDto': {'message': 'It does not know its own.', **ids}}})
        self.wait_for(lambda: set(ids.values()) <= set(app.rows(1)[0].labels()), what='ids in place of names')

    def test_dates(self):
        simulator, app, _ = self.open_events_window('--retention-days', '0')
        now = datetime.now(timezone.utc) - timedelta(seconds=5)
        long_ago = f'{now.year - 1}-12-30T10:00:00Z'
        this_year = f'{now:%Y-%m-%dT%H:%M:%S.250Z}'
        self.add(app, simulator, 1, **{'from': long_ago, 'to': long_ago})
        self.add(app, simulator, 1, **{'from': this_year, 'to': this_year})
        dates = [row.labels()[1] for row in app.rows(205)]
        self.assertEqual(dates[0], f'{now.day} {now:%b %H:%M}')
        self.assertIn(f'30 Dec {now.year - 1} 10:00', dates)

        # A tooltip has the exact time.
        for across in (0.3, 0.4):
            app.rows(1)[0].children[2].hover(across)
        exact = f'{now.day} {now:%B %Y, %H:%M:%S} UTC ({this_year})'
        app.find('label', exact)
        self.screenshot('list-exact-time')
        app.key('ctrl+End')
        self.screenshot('list-dates-with-year')

    def test_long_messages(self):
        simulator, app, _ = self.open_events_window()
        self.add(app, simulator, 1, eventName='integration.perform.error', message=LONG)
        row = app.rows(1)[0]
        self.assertTrue(row.name.endswith(LONG), row.name)

        # Who points at it reads all of it, and who selects it too.
        self.assertIsNone(app.look('label', LONG))
        for across in (0.4, 0.5):
            row.children[3].hover(across)
        app.find('label', LONG)
        self.screenshot('list-long-message-tooltip')
        row.mouse_click(across=0.45)
        app.wait_text(LONG)
        self.screenshot('list-long-message')

    def test_a_sixth_kind(self):
        simulator, app, _ = self.open_events_window()
        self.add(app, simulator, 2, eventName='integration.weather.error', message='It rains on <b>us</b>.')
        self.assertEqual(set(self.names(app)[:2]), {'integration.weather.error'})
        app.find('button', 'Other 2')
        app.rows(1)[0].mouse_click(across=0.45)
        app.wait_text('It rains on <b>us</b>.')
        self.screenshot('list-sixth-kind')

    def test_filter_by_kind(self):
        _, app, _ = self.open_events_window()
        chip = app.find('button', re.compile(r'^Missing mapping \d+'))
        count = int(chip.name.split()[-1])
        chip.mouse_click()
        self.wait_for(lambda: len(app.rows(150)) == count, what='only missing mappings')
        self.assertEqual(set(self.names(app)), {'integration.missingaccountmapping.error'})
        self.screenshot('list-filtered')
        app.find('button', re.compile(r'^All \d+')).mouse_click()
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all again')

    def test_actioned_has_icon_and_word(self):
        simulator, app, events = self.open_events_window()
        self.set_actioned(simulator, events[1]['id'], True)
        app.find('switch', 'Include actioned events?').mouse_click()
        app.key('F5')
        self.wait_for(lambda: self.statuses(app, 2)[1:] and self.statuses(app, 2)[1][0] == 'ACTIONED',
                      what='an actioned event in the second row')
        still_open, actioned = app.rows(2)
        self.assertEqual(self.status(still_open), ['NOT ACTIONED'])
        self.assertIn(', not actioned, ', still_open.name)
        self.assertRegex(actioned.name, r', actioned, by someone else')
        self.assertIsNotNone(still_open.children[0].look('check box'))
        self.assertIsNone(actioned.children[0].look('check box'))
        self.assertGreater(self.count_icon_colours(actioned, self.screenshot('list-actioned')), 1)

    def count_icon_colours(self, row, picture):
        """How many colours a picture has where a row's status has its icon, before the word."""
        cell = next(cell for cell in row.children if 'ACTIONED' in cell.labels())
        x, y = cell.screen_point(0, 0)
        width = cell.find('label', 'ACTIONED').screen_point(0, 0)[0] - x
        self.assertGreaterEqual(width, 16)
        crop = f'{width - 2}x{cell.extents()[3]}+{x}+{y}'
        return int(subprocess.run(['convert', str(picture), '-crop', crop, '+repage', '-format', '%k', 'info:'],
                                  check=True, capture_output=True, text=True).stdout)


if __name__ == '__main__':
    tap.main()
