#!/usr/bin/python3
"""Reads everything about an event, and copies it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
from datetime import datetime

import tap
from actioned_ui import ReviewCase

ENTITY_KIND = 'integration.perform.error'


class Details(ReviewCase):
    def select(self, app, events, name):
        """Selects the newest event of a kind by mouse, and returns it."""
        i = next(i for i, event in enumerate(events) if event['eventName'] == name)
        app.rows(i + 1)[i].mouse_click(across=0.45)
        app.wait_text(self.message_of(events[i]))
        return events[i]

    def copy(self, app, label, expected):
        """Presses a copy button and waits for what it copied."""
        app.find('button', label).click()
        self.wait_clipboard(expected)

    def exact(self, text):
        """A time of the server as the details write it."""
        time = datetime.fromisoformat(text.replace('Z', '+00:00'))
        return f'{time.day} {time:%B %Y, %H:%M:%S} UTC ({text})'

    def test_by_mouse(self):
        simulator, app, events = self.open_events_window()
        event = self.select(app, events, ENTITY_KIND)
        facts = self.facts_of(event)
        config = simulator.get(f'integrationconfigs/{facts["integrationConfigId"]}')
        account = simulator.get(f'accounts/{facts["accountId"]}')
        for text in ('What to do', event['eventName'], config['name'], facts['integrationConfigId'], account['name'],
                     facts['accountId'], facts['entityType'], facts['entityId'], facts['integrationRunId'],
                     event['id'], self.exact(event['eventTime'])):
            app.find('label', text)
        self.screenshot('details')

        self.copy(app, 'Copy integration ID', facts['integrationConfigId'])
        self.copy(app, 'Copy account ID', facts['accountId'])
        self.copy(app, 'Copy entity ID', facts['entityId'])
        self.copy(app, 'Copy run ID', facts['integrationRunId'])
        self.copy(app, 'Copy event ID', event['id'])

    def test_width_is_kept(self):
        simulator, app, _ = self.open_events_window()
        width = app.find('panel', 'Event Details').extents()[2]
        for _ in range(2):
            self.quit(app)
            app = self.open_window(simulator)
            pane = app.find('panel', 'Event Details')
            self.wait_for(lambda pane=pane: pane.extents()[2] == width, what=f'a pane as wide as before, {width}')

    def test_by_keyboard(self):
        _, app, events = self.open_events_window()
        app.key('ctrl+Home', 'Down', 'Up')
        app.wait_text(self.message_of(events[0]))
        app.key('Down')
        app.wait_text(self.message_of(events[1]))
        self.screenshot('details-by-keyboard')

    def test_what_to_do(self):
        simulator, app, _ = self.open_events_window()
        ours = 'Actioned’s advice, not the server’s'
        n_open = self.n_open(app)
        self.add_events(simulator, count=1, eventName=ENTITY_KIND, message='It broke.')
        app.key('F5')
        self.wait_header(app, f'^{n_open + 1} open')
        app.key('ctrl+Home', 'Down', 'Up')
        app.wait_text('It broke.')
        app.wait_text(ours)
        self.screenshot('details-our-advice')

        # The message's own remedy is not marked as ours.
        message = 'It broke. Check the connection, then run the integration again.'
        self.add_events(simulator, count=1, eventName=ENTITY_KIND, message=message)
        app.key('F5')
        self.wait_header(app, f'^{n_open + 2} open')
        app.key('ctrl+Home', 'Down', 'Up')
        app.wait_text(message)
        app.wait_text('Check the connection, then run the integration again.')
        app.wait_gone('label', ours)

    def test_raw_json(self):
        _, app, events = self.open_events_window()
        event = self.select(app, events, 'integration.validation.error')
        app.find('button', 'Copy JSON').click()
        text = self.wait_clipboard(lambda text: event['id'] in text)
        self.assertEqual(json.loads(text), event)
        self.assertGreater(len(text.splitlines()), len(event), 'It is not pretty')

    def test_disabled(self):
        _, app, events = self.open_events_window()
        event = self.select(app, events, 'integration.disabled.error')
        app.find('label', lambda name: 'after ten errors' in name)
        config = self.facts_of(event)['integrationConfigId']
        earlier = [other for other in events if other['eventTime'] < event['eventTime']
                   and config in json.dumps(other['m3terEvent'])]
        self.assertTrue(earlier)
        app.find('button', 'Show Earlier Errors').click()
        expected = [(other['eventName'], self.date_of(other, '%B')) for other in earlier]
        self.wait_for(lambda: [tuple(row.name.split(', ')[:2]) for row in app.rows(150)] == expected,
                      what='only the earlier errors of the same integration')
        self.screenshot('details-earlier-errors')

    def test_copy_events(self):
        _, app, events = self.open_events_window()
        app.key('ctrl+Home', 'Down')
        app.wait_text(self.message_of(events[1]))
        app.key('ctrl+c')
        text = self.wait_clipboard(lambda text: events[1]['id'] in text)
        for part in (events[1]['eventName'], self.message_of(events[1]), 'NOT ACTIONED'):
            self.assertIn(part, text)
        self.assertNotIn(events[0]['id'], text)

        # Ticked rows come first.
        app.key('ctrl+Home', 'space', 'Down', 'Down', 'space', 'ctrl+c')
        text = self.wait_clipboard(lambda text: events[0]['id'] in text and events[2]['id'] in text)
        self.assertNotIn(events[1]['id'], text)

    def test_menu_of_a_row(self):
        _, app, events = self.open_events_window()
        app.rows(3)[2].mouse_click(button=3, across=0.45)
        app.find('menu item', 'Copy Message').click()
        self.wait_clipboard(self.message_of(events[2]))
        self.wait_for(lambda: app.focused() in app.rows(5), what='the focus in the list')
        app.key('ctrl+Home', 'Down', 'Menu')
        self.wait_menu_item(app)
        self.screenshot('details-row-menu')
        self.choose_item(app, 'Copy Event ID')
        self.wait_clipboard(events[1]['id'])


if __name__ == '__main__':
    tap.main()
