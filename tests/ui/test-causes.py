#!/usr/bin/python3
"""Tries the list that is grouped by cause.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3

import tap
from actioned_ui import DARK, ReviewCase, x11
from actioned_ui.review import NOW

TOGGLE = 'Group by Cause'
OUTAGE = 3000
COUNT = re.compile(r', ([\d,]+) events?(?:, ([\d,]+) open)?, first ')


class Causes(ReviewCase):
    settings = {**ReviewCase.settings, 'group-by-cause': 'true'}

    def rows(self, app):
        """The rows that stand for a cause; none while the list has others."""
        found = app.look('list', 'Causes')
        return [row for row in found.rows(40) if COUNT.search(row.name)] if found and found.is_shown() else []

    def events(self, app):
        """The rows of the list of events, of which the test has another one."""
        found = app.look('list', 'GtkColumnListView')
        return found.rows(205) if found and found.is_shown() else []

    def count(self, row):
        """How many events the row of a cause stands for."""
        return int(COUNT.search(row.name).group(1).replace(',', ''))

    def wait_first(self, app, count):
        """Waits until the first cause has so many events, and returns its row."""
        return self.wait_for(lambda: next((row for row in self.rows(app)[:1] if self.count(row) == count), None),
                             what=f'a first cause with {count} events')

    def wait_for_list(self, application):
        """Waits until causes or events are listed and one of them has the focus."""
        def there():
            return self.rows(application) or self.events(application)
        self.wait_for(lambda: any(row.has('focused') for row in there()), what='the focus in the list')

    def open_outage(self, env=None, outage=OUTAGE):
        """Opens a window on a server with many equal errors among others, and waits for all of them."""
        simulator = self.start_simulator('--events', str(outage + 300), '--outage', str(outage), '--now', NOW)
        app = self.open_window(simulator, env=env)
        n_open = len(self.open_events(simulator))
        self.wait_for(lambda: self.n_open(app) == n_open, 60, 'all open events')
        self.wait_for(lambda: sum(self.count(row) for row in self.rows(app)) == n_open, what='all events in causes')
        return simulator, app

    def test_an_outage_is_one_row(self):
        simulator, app = self.open_outage()
        before = self.n_open(app)
        first = self.rows(app)[0]
        count = self.count(first)
        self.assertGreaterEqual(count, OUTAGE)
        self.assertTrue(first.name.startswith('integration.perform.error · Chargebee invoices, '), first.name)
        counts = [self.count(row) for row in self.rows(app)]
        self.assertEqual(counts, sorted(counts, reverse=True))
        app.find('status bar', f'{len(counts)} causes')
        self.photograph(app, 'causes')

        # Ticked by one key, marked with one confirmation.
        app.key('space')
        app.wait_text(re.compile(rf'^{count} of {before} selected'))
        box = first.find('check box')
        self.wait_for(lambda: box.has('checked'), what='the check box')
        self.screenshot('causes-selected')
        self.confirm(app, count)
        self.wait_header(app, rf'^{before - count} open')
        self.wait_for(lambda: self.rows(app) and self.count(self.rows(app)[0]) == counts[1], what='the next cause')
        self.wait_for(lambda: app.focused() and app.focused().name == self.rows(app)[0].name, what='the focus')
        self.screenshot('causes-marked')

    def test_opening_and_back(self):
        simulator, app = self.open_outage(outage=50)
        self.wait_for(lambda: len(self.rows(app)) > 3, what='causes')
        names = [row.name for row in self.rows(app)]
        count = self.count(self.rows(app)[1])

        # By keyboard, and back by the chip.
        app.key('Down', 'Return')
        self.wait_for(lambda: not self.rows(app) and len(self.events(app)) == count, what='the events of the second cause')
        chip = app.find('button', re.compile('^Cause: '))
        self.wait_for(lambda: any(row.has('focused') for row in self.events(app)), what='the focus in the list')
        self.photograph(app, 'cause-open')
        chip.mouse_click()
        self.wait_for(lambda: [row.name for row in self.rows(app)] == names, what='the causes')
        self.wait_for(lambda: self.rows(app)[1].has('focused'), what='the focus on the cause that was open')

        # By mouse, and back by a key.
        self.rows(app)[2].mouse_click()
        app.find('button', re.compile('^Cause: '))
        self.wait_for(lambda: not self.rows(app), what='events')
        app.key('Escape')
        self.wait_for(lambda: [row.name for row in self.rows(app)] == names, what='the causes')
        self.wait_for(lambda: self.rows(app)[2].has('focused'), what='the focus on the cause that was open')

    def test_the_menu_of_a_row(self):
        simulator, app = self.open_outage(outage=50)
        first = self.wait_for(lambda: next(iter(self.rows(app)), None), what='causes')
        count = self.count(first)
        app.key('shift+F10')
        self.wait_menu_item(app)
        self.screenshot('cause-menu')
        self.choose_item(app, 'Copy Message')
        self.wait_clipboard(lambda text: text.startswith('Chargebee answered 503'))

        app.key('Menu')
        self.choose_item(app, 'Select These Events')
        app.wait_text(re.compile(rf'^{count} of \d+ selected'))
        app.key('Menu')
        self.choose_item(app, 'Clear Selection of These Events')
        app.wait_gone('label', re.compile(r'^\d+ of \d+ selected'))

        # Without a selection, the cause itself is marked.
        app.key('Menu')
        self.choose_item(app, 'Mark as Actioned')
        app.wait_text(f'Mark {count} events as actioned?')
        app.key('Escape')
        self.wait_no_dialog(app)
        app.key('e')
        app.wait_text(f'Mark {count} events as actioned?')

    def test_some_of_a_cause(self):
        simulator, app = self.open_outage(outage=50)
        first = self.wait_for(lambda: next(iter(self.rows(app)), None), what='causes')
        count = self.count(first)
        app.key('Return')
        self.wait_for(lambda: not self.rows(app) and len(self.events(app)) == count, what='its events')
        self.wait_for(lambda: any(row.has('focused') for row in self.events(app)), what='the focus in the list')
        app.key('space', 'Down', 'space')
        app.wait_text(re.compile(r'^2 of \d+ selected'))
        app.key('Escape')
        box = self.wait_for(lambda: self.rows(app) and self.rows(app)[0].look('check box'), what='the check box')
        self.wait_for(lambda: box.has('indeterminate'), what='a half ticked box')
        self.screenshot('causes-some')
        box.mouse_click()
        app.wait_text(re.compile(rf'^{count} of \d+ selected'))
        self.wait_for(lambda: box.has('checked'), what='a ticked box')
        box.mouse_click()
        self.wait_for(lambda: not box.has('checked'), what='an empty box')
        app.wait_gone('label', re.compile(r'^\d+ of \d+ selected'))

    def test_changes_arrive(self):
        simulator, app = self.open_outage(outage=50)
        first = self.wait_for(lambda: next(iter(self.rows(app)), None), what='causes')
        count = self.count(first)
        app.key('Down', 'Down')
        third = self.wait_for(lambda: self.rows(app)[2] if self.rows(app)[2].has('focused') else None, what='the third row')
        name = third.name
        self.add_events(simulator, count=30, newer=30, eventName='integration.perform.error',
                        m3terEvent={'message': 'The page "Acme" of 7 lines was lost'})
        app.key('F5')
        found = self.wait_for(lambda: next((row for row in self.rows(app) if 'was lost' in row.name
                                            and self.count(row) == 30), None), what='a cause that is new')
        self.assertIsNotNone(found)
        self.wait_for(lambda: app.focused() and app.focused().name == name, what='the focus where it was')
        self.assertEqual(self.count(self.rows(app)[0]), count)

        # The order is kept.
        app.find('combo box', 'Order of causes').mouse_click()
        app.key('Down', 'Return')
        self.wait_for(lambda: 'was lost' in self.rows(app)[0].name, what='the newest cause first')
        self.quit(app)
        app = self.open_window(simulator)
        self.wait_for(lambda: self.rows(app) and 'was lost' in self.rows(app)[0].name, what='the newest cause first')

    def test_filters_and_actioned_events(self):
        simulator, app = self.open_outage(outage=50)
        self.wait_for(lambda: self.rows(app), what='causes')
        before = len(self.rows(app))
        app.find('button', re.compile('^Authentication ')).click()
        self.wait_for(lambda: self.rows(app) and all(row.name.startswith('integration.authentication.error')
                                                     for row in self.rows(app)), what='causes of one kind')
        app.find('button', re.compile('^All ')).click()
        self.wait_for(lambda: len(self.rows(app)) == before, what='all causes')
        app.find('switch', 'Include actioned events?').click()
        self.wait_for(lambda: any(' open, first ' in row.name for row in self.rows(app)), what='actioned events')
        self.screenshot('causes-actioned')

    def test_search(self):
        _, app = self.open_outage(outage=50)
        self.wait_for(lambda: len(self.rows(app)) > 10, what='causes')
        app.key('ctrl+f')
        app.write('certificate')
        self.wait_for(lambda: self.rows(app) and all('certificate' in row.name for row in self.rows(app))
                      and len(self.rows(app)) < 5, what='causes that match')
        self.screenshot('causes-search')

        # The keyboard goes on in the causes: from the search, and when it closes.
        app.key('Down')
        self.wait_for_list(app)
        app.key('ctrl+f')
        self.wait_for(lambda: app.find('entry', 'Search events').has('focused'), what='the search')
        app.key('Escape')
        self.wait_for(lambda: len(self.rows(app)) > 10, what='all causes')
        app.key('Escape')
        self.wait_for_list(app)

    def test_keys_after_a_submenu(self):
        """The keyboard leads somewhere after a dialog that was opened from a submenu."""
        _, app = self.open_outage(outage=50)
        # A menu that opens below the pointer follows it rather than the keys.
        x11.move(0, 0)
        self.choose_in_menu(app, 'Saved Searches', 'Edit Searches…')
        self.dialog(app)
        app.wait_text('No Saved Searches')
        app.key('Escape')
        self.wait_no_dialog(app)
        app.key('F10')
        self.wait_menu_item(app)

    def test_dark(self):
        _, app = self.open_outage(env=DARK, outage=50)
        self.wait_for(lambda: self.rows(app), what='causes')
        app.key('space')
        app.wait_text(re.compile(r'^\d+ of \d+ selected'))
        self.photograph(app, 'causes-dark')


class Toggle(ReviewCase):
    def test_switch_and_back(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW)
        app = self.open_window(simulator)
        row = app.rows(1)[0]
        self.choose_in_menu(app, TOGGLE)
        causes = self.wait_for(lambda: app.look('list', 'Causes'), what='the list of causes')
        self.wait_for(lambda: causes.is_shown() and any(row.has('focused') for row in causes.rows(30)),
                      what='the focus on a cause')
        button = app.find('button', TOGGLE)
        self.wait_for(lambda: button.has('checked') or button.has('pressed'), what='the button')
        button.mouse_click()
        self.wait_for(lambda: not causes.is_shown() and app.rows(1) and app.rows(1)[0].name == row.name, what='the events')

    def rename(self, old, new):
        """Gives a table of the store another name."""
        store = sqlite3.connect(next((self.home / 'home' / 'data' / 'actioned').glob('*.db')))
        with store:
            store.execute(f'ALTER TABLE {old} RENAME TO {new}')
        store.close()

    def test_causes_that_cannot_be_read(self):
        """The list says so, and reads them when it is told to try again."""
        simulator = self.start_simulator('--events', '120', '--now', NOW)
        app = self.open_window(simulator)
        self.rename('cause', 'mislaid')
        self.choose_in_menu(app, TOGGLE)
        again = app.find('button', 'Try Again')
        self.photograph(app, 'causes-unread')
        self.rename('mislaid', 'cause')
        again.click()
        self.wait_for(lambda: app.look('list', 'Causes') and app.find('list', 'Causes').rows(30), what='the causes')
        app.find('status bar', re.compile(r'^\d+ causes$'))
        app.wait_gone('button', 'Try Again')

    def test_others_of_an_event(self):
        simulator = self.start_simulator('--events', '120', '--outage', '20', '--now', NOW)
        app = self.open_window(simulator)
        app.key('Down', 'Up')
        note = app.wait_text(re.compile(r'^\d+ other open events with this cause'))
        n = int(note.name.split()[0])
        self.assertGreaterEqual(n, 19)
        self.screenshot('cause-note')
        app.find('button', 'Show Them').click()
        self.wait_for(lambda: len(app.rows(205)) == n + 1, what='the events of this cause')
        app.find('button', re.compile('^Cause: ')).click()
        self.wait_for(lambda: len(app.rows(205)) == self.n_open(app), what='all events')


if __name__ == '__main__':
    tap.main()
