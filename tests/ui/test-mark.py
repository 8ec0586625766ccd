#!/usr/bin/python3
"""Ticks events and marks them as actioned, by keyboard and by mouse.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
from collections import Counter

import tap
from actioned_ui import ReviewCase

KINDS = {
    'integration.validation.error': 'Validation',
    'integration.missingaccountmapping.error': 'Missing mapping',
    'integration.authentication.error': 'Authentication',
    'integration.perform.error': 'Run',
    'integration.disabled.error': 'Disabled',
}
NOW = '2026-03-03T14:00:00Z'
OLD = {'from': '2026-02-10T00:00:00Z', 'to': '2026-02-20T00:00:00Z'}


class Mark(ReviewCase):
    settings = {**ReviewCase.settings, 'undo-seconds': '60'}

    def open_on(self, *arguments):
        """A window on a new server with 120 events."""
        simulator = self.start_simulator('--events', '120', '--now', NOW, *arguments)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        return simulator, app

    def ticked(self, app, limit=12):
        """Which of the first rows are ticked, as numbers from 0."""
        return [i for i, row in enumerate(app.rows(limit)) if row.children[0].find('check box').has('checked')]

    def wait_ticked(self, app, *rows):
        self.wait_for(lambda: self.ticked(app) == list(rows), what=f'ticks at {rows}')

    def ask(self, app, count):
        """Opens the dialog by keyboard and returns it."""
        noun = 'event' if count == 1 else 'events'
        app.key('e')
        heading = app.wait_text(f'Mark {count} {noun} as actioned?')
        return heading.top_level

    def end_undo_time(self, app, simulator, count):
        """Closes the window, which ends the undo time, and waits for what is sent."""
        self.quit(app)
        self.assert_sent_once(simulator, count)

    # Ticking

    def test_ticks_by_keyboard(self):
        _, app = self.open_on()
        app.key('ctrl+Home', 'space')
        self.wait_ticked(app, 0)
        app.wait_text(re.compile(r'^1 of \d+ selected'))
        app.key('Down', 'Down', 'Down', 'shift+space')
        self.wait_ticked(app, 0, 1, 2, 3)
        app.key('Up', 'space')
        self.wait_ticked(app, 0, 1, 3)
        app.wait_text(re.compile(r'^3 of \d+ selected'))
        self.screenshot('mark-ticks-by-keyboard')
        app.key('ctrl+shift+a')
        self.wait_ticked(app)
        app.key('ctrl+a')
        app.wait_text(f'{self.n_open(app)} of {self.n_open(app)} selected')
        self.screenshot('mark-all-ticked')

    def test_ticks_by_mouse(self):
        _, app = self.open_on()
        rows = app.rows(8)
        rows[1].find('check box').mouse_click()
        self.wait_ticked(app, 1)
        rows[5].find('check box').mouse_click(modifiers=('shift',))
        self.wait_ticked(app, 1, 2, 3, 4, 5)
        rows[3].find('check box').mouse_click()
        self.wait_ticked(app, 1, 2, 4, 5)
        app.find('button', 'Clear').mouse_click()
        self.wait_ticked(app)
        app.find('check box', 'Select All').mouse_click()
        app.wait_text(f'{self.n_open(app)} of {self.n_open(app)} selected')
        app.find('check box', 'Select All').mouse_click()
        self.wait_ticked(app)

    # The dialog

    def test_dialog_names_what_it_marks(self):
        simulator, app = self.open_on()
        events = self.open_events(simulator)
        app.key('ctrl+Home', 'space', 'Down', 'space', 'Down', 'space')
        self.wait_ticked(app, 0, 1, 2)
        dialog = self.ask(app, 3)
        named = dialog.find('label', re.compile(r'^(\d \S.*)( · \d \S.*)*$')).name
        kinds = dict(reversed(part.split(' ', 1)) for part in named.split(' · '))
        expected = Counter(KINDS[event['eventName']] for event in events[:3])
        self.assertEqual({kind: int(count) for kind, count in kinds.items()}, expected)
        dialog.find('label', f'Oldest: {self.date_of(events[2])}\nNewest: {self.date_of(events[0])}')
        self.screenshot('mark-dialog')
        app.key('Escape')
        app.wait_gone('label', 'Mark 3 events as actioned?')
        self.wait_ticked(app, 0, 1, 2)

        # Cancel does the same.
        dialog = self.ask(app, 3)
        dialog.find('button', 'Cancel').mouse_click()
        app.wait_gone('label', 'Mark 3 events as actioned?')
        self.assertEqual(simulator.ledger(changed_only=False), [])
        self.wait_ticked(app, 0, 1, 2)

    def test_hidden_by_the_filter(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        app.key('ctrl+a')
        app.wait_text(f'{before} of {before} selected')
        chip = app.find('button', re.compile(r'^Disabled \d+'))
        shown = int(chip.name.split()[1])
        chip.mouse_click()
        app.wait_text(re.compile(rf'{before - shown} .*hidden'))
        app.find('button', 'Mark as actioned').mouse_click()
        app.wait_text(f'Mark {before} events as actioned?')
        app.find('label', re.compile(rf'\n{before - shown} of them are hidden by the current filter\.'))
        self.screenshot('mark-dialog-hidden')
        app.key('Escape')
        self.assertEqual(simulator.ledger(changed_only=False), [])

    def test_yes_marks_exactly_what_was_named(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        ids = [event['id'] for event in self.open_events(simulator)]
        rows = app.rows(6)
        chosen = [rows[i].name for i in (1, 2, 4)]
        next_row = rows[5].name
        for i in (1, 2, 4):
            rows[i].find('check box').mouse_click()
        self.wait_ticked(app, 1, 2, 4)
        app.find('button', 'Mark as actioned').mouse_click()
        app.wait_text('Mark 3 events as actioned?')
        app.key('Return')
        app.wait_text('3 events marked as actioned')
        self.wait_header(app, f'^{before - 3} open')
        for name in chosen:
            self.assertIsNone(self.find_row(app, name))
        self.assertIsNotNone(self.find_row(app, next_row))
        self.screenshot('mark-toast')
        self.quit(app)
        self.assertEqual(set(self.assert_sent_once(simulator, 3)), {ids[i] for i in (1, 2, 4)})

    def test_focus_goes_to_the_next_row(self):
        _, app = self.open_on()
        app.key('ctrl+Home', 'Down', 'space', 'Down', 'space')
        self.wait_ticked(app, 1, 2)
        next_row = app.rows(4)[3].name
        self.ask(app, 2)
        app.key('Return')
        app.wait_text('2 events marked as actioned')
        self.wait_for(lambda: app.rows(2)[1].name == next_row, what='the next row')
        app.key('space')
        self.wait_ticked(app, 1)

    def test_the_selected_row_without_ticks(self):
        simulator, app = self.open_on()
        app.key('ctrl+Home', 'Down')
        name = app.rows(2)[1].name
        self.ask(app, 1)
        app.key('Return')
        app.wait_text('1 event marked as actioned')
        self.wait_for(lambda: self.find_row(app, name) is None, what='the row to go')
        self.end_undo_time(app, simulator, 1)

    # What happens meanwhile

    def test_late_events_are_not_marked(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        app.key('ctrl+a')
        app.wait_text(f'{before} of {before} selected')
        frozen = {event['id'] for event in self.open_events(simulator)}
        late = self.add_events(simulator, count=50) + self.add_events(simulator, count=50, **OLD)
        app.key('F5')
        self.wait_header(app, f'^{before + 100} open')
        app.wait_text(f'{before} of {before + 100} selected')
        self.ask(app, before)
        self.screenshot('mark-dialog-with-late-events')
        later = self.add_events(simulator, count=10)
        app.key('Return')
        app.wait_text(f'{before} events marked as actioned')
        app.key('F5')
        self.wait_header(app, '^110 open')
        self.quit(app)
        sent = set(self.assert_sent_once(simulator, before))
        self.assertEqual(sent, frozen)
        self.assertFalse(sent & {*late, *later})

    def test_actioned_elsewhere_meanwhile(self):
        simulator, app = self.open_on('--latency-ms', '300')
        ids = [event['id'] for event in self.open_events(simulator)]
        app.key('ctrl+Home', 'space', 'Down', 'space', 'Down', 'space')
        self.wait_ticked(app, 0, 1, 2)
        before = self.n_open(app)

        # A tick is lost…
        self.set_actioned(simulator, ids[0], True)
        app.key('F5')
        self.wait_header(app, f'^{before - 1} open')
        app.wait_text(f'2 of {before - 1} selected')
        self.wait_ticked(app, 0, 1)

        # …and a dialog that is open while a slow refresh ends corrects itself.
        self.set_actioned(simulator, ids[1], True)
        app.key('F5', 'e')
        app.wait_text('Mark 2 events as actioned?')
        app.wait_text('Mark 1 event as actioned?')
        app.find('status bar', '1 was actioned meanwhile and is not included.')
        self.screenshot('mark-dialog-corrected')
        app.key('Return')
        app.wait_text('1 event marked as actioned')
        self.quit(app)
        self.assertEqual(self.assert_sent_once(simulator, 1), [ids[2]])

    # Undo

    def test_undo(self):
        simulator, app = self.open_on()
        before = self.n_open(app)
        self.mark(app, 2)
        self.wait_header(app, f'^{before - 2} open')
        app.find('button', 'Undo').mouse_click()
        self.wait_header(app, f'^{before} open')
        app.wait_gone('button', 'Undo')

        # One toast covers all that can be undone.
        self.mark(app, 2)
        self.wait_header(app, f'^{before - 2} open')
        app.key('ctrl+Home', 'space')
        self.wait_ticked(app, 0)
        self.ask(app, 1)
        app.key('Return')
        app.wait_text('3 events marked as actioned')
        self.assertEqual(len(app.find_all('button', 'Undo')), 1)
        self.screenshot('mark-toast-sum')
        app.key('ctrl+z')
        self.wait_header(app, f'^{before} open')
        self.quit(app)
        self.assertEqual(simulator.ledger(changed_only=False), [])

    # Settings

    def test_confirm_only_several(self):
        self.configure({**self.settings, 'confirm-mark': "'several'"})
        simulator, app = self.open_on()
        app.key('ctrl+Home', 'space')
        self.wait_ticked(app, 0)
        app.key('e')
        app.wait_text('1 event marked as actioned')
        app.key('space', 'Down', 'space')
        self.wait_ticked(app, 0, 1)
        self.ask(app, 2)
        app.key('Escape')
        self.end_undo_time(app, simulator, 1)

    def test_confirm_never(self):
        self.configure({**self.settings, 'confirm-mark': "'never'"})
        simulator, app = self.open_on()
        app.key('ctrl+Home', 'space', 'Down', 'space')
        self.wait_ticked(app, 0, 1)
        app.key('e')
        app.wait_text('2 events marked as actioned')
        app.find('button', 'Undo')
        self.end_undo_time(app, simulator, 2)

    # Keys that belong to the list

    def test_keys_outside_the_list(self):
        simulator, app = self.open_on()
        app.key('ctrl+Home', 'space')
        self.wait_ticked(app, 0)
        self.focus(app, 'switch', 'Include actioned events?', 'shift+Tab')
        app.key('e', 'ctrl+a', 'space')
        self.wait_for(lambda: app.find('switch', 'Include actioned events?').has('checked'), what='the switch')
        self.assertIsNone(app.look('label', 'Mark 1 event as actioned?'))
        app.wait_text(re.compile('^1 of '))
        self.assertEqual(simulator.ledger(changed_only=False), [])

    def test_ctrl_a_in_a_text(self):
        simulator, app, events = self.open_events_window()
        message = self.message_of(events[0])
        app.key('ctrl+Home', 'Down', 'Up')
        app.wait_text(message).mouse_click()
        app.key('ctrl+a', 'e', 'ctrl+c')
        self.wait_clipboard(message)
        self.assertIsNone(app.look('label', 'Mark 1 event as actioned?'))
        self.assertEqual(self.ticked(app), [])
        self.screenshot('mark-text-selected')
        self.assertEqual(simulator.ledger(changed_only=False), [])


if __name__ == '__main__':
    tap.main()
