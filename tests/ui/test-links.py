#!/usr/bin/python3
"""Opens links to events, good ones and hostile ones, as browsers and others on the session bus do.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

import tap
from actioned_ui import ReviewCase
from actioned_ui.review import NOW

NAME = 'io.github.actioned.Actioned'
PATH = '/io/github/actioned/Actioned'
UNREADABLE = 'It is not a link to an event. Nothing was opened.'


class Links(ReviewCase):
    def link(self, simulator, event_id):
        return f'actioned:{simulator.org_id}/event/{event_id}'

    def start_with(self, link):
        """Starts the program with a link while it runs, as a browser does; it hands it over and ends."""
        other = self.start([os.environ['ACTIONED_TEST_PROGRAM'], link], window=False)
        self.assertEqual(other.wait_for_exit(), 0, other.output())

    def call(self, method, arguments):
        """Calls the program over the session bus, as any other program may."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        bus.call_sync(NAME, PATH, 'org.freedesktop.Application', method, arguments, None,
                      Gio.DBusCallFlags.NO_AUTO_START, 20000, None)

    def open_by_bus(self, *links):
        self.call('Open', GLib.Variant('(asa{sv})', (links, {})))

    def wait_shown(self, app, event):
        """Waits until an event's details are shown and the keyboard is on its row, which is seen."""
        app.wait_text(self.message_of(event))
        self.wait_for(lambda: (row := app.focused()) and self.message_of(event) in row.name and row.is_shown(),
                      what='the row of the event')

    def close(self, app, heading):
        """Waits for a message, and closes it."""
        app.wait_text(heading)
        app.key('Escape')
        self.wait_no_dialog(app)

    def test_while_it_runs(self):
        simulator, app, events = self.open_events_window()
        self.start_with(self.link(simulator, events[7]['id']))
        self.wait_shown(app, events[7])
        self.screenshot('link')

        # It is shown whatever the list leaves out.
        self.set_actioned(simulator, events[3]['id'], True)
        app.key('F5')
        self.wait_listed(app, len(events) - 1)
        self.open_by_bus(self.link(simulator, events[3]['id']))
        self.wait_shown(app, events[3])
        self.assertEqual(len(app.windows()), 1)

    def test_at_the_start(self):
        simulator, app, events = self.open_events_window()
        self.quit(app)
        app = self.open_window(simulator, self.link(simulator, events[60]['id']))
        self.wait_shown(app, events[60])

    def test_another_connection(self):
        """The connection that the link is for is shown, also while its server cannot be asked."""
        first, app, events = self.open_events_window()
        self.quit(app)
        first.stop()
        second = self.start_simulator('--events', '30', '--now', NOW, '--seed', '2')
        app = self.open_window(second)
        self.assertNotEqual(first.org_id, second.org_id)

        self.start_with(self.link(first, events[40]['id']))
        self.wait_shown(app, events[40])
        self.screenshot('link-another-connection')
        self.start_with(self.link(second, events[40]['id']))
        self.close(app, 'Event Not Found')

    def test_nothing_to_show(self):
        simulator, app, events = self.open_events_window()
        before = app.focused()

        self.start_with(f'actioned:stranger%E2%80%8B/event/{events[0]["id"]}')
        app.wait_text(UNREADABLE)
        app.key('Escape')
        self.wait_no_dialog(app)
        self.start_with(f'actioned:stranger/event/{events[0]["id"]}')
        app.wait_text('Unknown Organisation')
        app.wait_text('The link is for the organisation “stranger”, and no connection here is to it. '
                      'Nothing was opened.')
        self.screenshot('link-unknown-organisation')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.assertIsNone(app.look('label', self.message_of(events[0])))

        self.start_with(self.link(simulator, '<b>nobody</b>'.replace('<', '%3C').replace('/', '%2F')))
        app.wait_text('Event Not Found')
        self.screenshot('link-unknown-event')
        self.assertIn('“<b>nobody</b>”', self.everything_readable(app))
        app.key('Escape')
        self.wait_no_dialog(app)
        self.assertEqual(app.focused(), before)
        self.assertEqual(simulator.ledger(), [])

    def test_hostile_calls(self):
        simulator, app, events = self.open_events_window()
        good = self.link(simulator, events[0]['id'])
        for link in (f'{good}?mark=true', f'{good}/actioned', 'actioned:', 'actioned:///', 'file:///etc/passwd',
                     'javascript:alert(1)', 'actioned:' + 'x' * 100000, self.link(simulator, '..'),
                     self.link(simulator, '%00'), self.link(simulator, '%ff'), 'https://example.com/', ''):
            self.open_by_bus(link)
            self.close(app, UNREADABLE)

        # However many there are, one is opened.
        self.open_by_bus(*['actioned:bad'] * 500)
        self.close(app, UNREADABLE)
        self.open_by_bus()
        self.open_by_bus(good, *['actioned:bad'] * 100)
        self.wait_shown(app, events[0])
        self.assertEqual(len(app.windows()), 1)

        # Actions that there are not, and values of another type, do nothing.
        for name, values in (('', []), ('nothing', []), ('x' * 10000, []), ('about', [GLib.Variant('s', 'x')]),
                             ('quit', [GLib.Variant('i', 1)]), ('about', [GLib.Variant('i', 1)] * 50)):
            with contextlib.suppress(GLib.Error):
                self.call('ActivateAction', GLib.Variant('(sava{sv})', (name, values, {})))
        self.open_by_bus('actioned:bad')
        self.close(app, UNREADABLE)
        self.assertEqual(simulator.ledger(), [])
        self.assertTrue(app.is_running())


if __name__ == '__main__':
    tap.main()
