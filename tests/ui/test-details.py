#!/usr/bin/python3
"""Reads everything about an event, and copies it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re

import tap
from actioned_ui import ReviewCase
from actioned_ui import x11

NOW = '2026-03-03T14:00:00Z'


class Details(ReviewCase):
    def open_on(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        answer = simulator.get('events?eventType=IntegrationEvent&includeActioned=false&pageSize=100')
        events = sorted(answer['data'], key=lambda event: event['eventTime'], reverse=True)
        return simulator, app, events

    def find_kind(self, app, events, name):
        """Selects the newest event of a kind by mouse and returns it."""
        i = next(i for i, event in enumerate(events) if event['eventName'] == name)
        app.rows(i + 1)[i].mouse_click(across=0.45)
        app.find('label', self.message_of(events[i]))
        return events[i]

    def message_of(self, event):
        """The message, wherever in the undocumented part it is."""
        def look(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key in ('message', 'errorMessage', 'error') and isinstance(inner, str):
                        return inner
                for inner in value.values():
                    found = look(inner)
                    if found:
                        return found
            return None
        return look(event['m3terEvent'])

    def wait_clipboard(self, predicate, what):
        self.wait_for(lambda: predicate(x11.read_clipboard()), what=what)
        return x11.read_clipboard()

    def test_by_mouse(self):
        _, app, events = self.open_on()
        event = self.find_kind(app, events, 'integration.perform.error')
        for text in ('What to do', 'Integration', 'Happened', 'Event'):
            app.find('label', text)
        app.find('label', 'integration.perform.error')
        app.find('label', event['id'])
        self.screenshot('details')

    def test_by_keyboard(self):
        _, app, events = self.open_on()
        app.key('ctrl+Home', 'Down', 'Up')
        app.find('label', self.message_of(events[0]))
        app.key('Down')
        app.find('label', self.message_of(events[1]))
        self.screenshot('details-by-keyboard')

    def test_raw_json(self):
        _, app, events = self.open_on()
        event = self.find_kind(app, events, 'integration.validation.error')
        copy = app.find('button', re.compile('Copy JSON'))
        copy.click()
        text = self.wait_clipboard(lambda text: event['id'] in text, 'JSON on the clipboard')
        self.assertEqual(json.loads(text), event)

    def test_disabled(self):
        _, app, events = self.open_on()
        self.find_kind(app, events, 'integration.disabled.error')
        app.find('label', re.compile('after ten errors'))
        before = len(app.rows(150))
        app.find(None, 'Show Earlier Errors').click()
        self.wait_for(lambda: 0 < len(app.rows(150)) < before, what='only the earlier errors')
        self.screenshot('details-earlier-errors')

    def test_copy_events(self):
        _, app, events = self.open_on()
        app.key('ctrl+Home', 'space', 'Down', 'space')
        app.wait_text(re.compile('^2 of '))
        app.key('ctrl+c')
        text = self.wait_clipboard(lambda text: events[0]['id'] in text and events[1]['id'] in text,
                                   'two events on the clipboard')
        self.assertIn(self.message_of(events[0]), text)
        self.assertNotIn(events[2]['id'], text)

    def test_menu_of_a_row(self):
        _, app, events = self.open_on()
        app.rows(3)[2].mouse_click(button=3, across=0.45)
        app.find('menu item', 'Copy Message').click()
        self.wait_clipboard(lambda text: text == self.message_of(events[2]), 'the message on the clipboard')
        app.key('Menu')
        self.screenshot('details-row-menu')
        app.find('menu item', 'Copy Event ID').click()
        self.wait_clipboard(lambda text: text == events[2]['id'], 'the id on the clipboard')

    def test_follow_up_dialog(self):
        _, app, events = self.open_on()
        rows = app.rows(8)
        i = next(i for i, event in enumerate(events) if event['eventName'] == 'integration.missingaccountmapping.error')
        rows[i].find('button', 'Add Mapping').mouse_click()
        dialog = self.wait_for(lambda: next((window for window in app.windows() if window.role == 'dialog'
                                             or window.name == 'Add Mapping'), None), what='a dialog')
        dialog.find('label', self.message_of(events[i]))
        self.screenshot('details-follow-up-dialog')
        app.key('Escape')
        self.wait_for(lambda: len(app.windows()) == 1, what='the dialog to close')


if __name__ == '__main__':
    tap.main()
