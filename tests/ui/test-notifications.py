#!/usr/bin/python3
"""Looks at what the desktop is told of new events while nobody looks at them.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

import tap
from actioned_ui import SeveralCase, x11
from actioned_ui.notifications import Notifications

NAME = 'io.github.actioned.Actioned'
PATH = '/io/github/actioned/Actioned'


class NewEvents(SeveralCase):
    def setUp(self):
        super().setUp()
        self.desktop = Notifications(self.home / 'notifications')
        self.addCleanup(self.desktop.stop)
        self.wait_for(self.desktop.is_ready, what='the desktop')

    def minimize(self, app):
        """Puts the window away."""
        for window in x11.windows(app.pid):
            x11.xdotool('windowminimize', window.id)
        self.wait_for(lambda: not x11.has_focus(app.pid), what='the window to lose the keyboard')

    def bring(self, app, server, count):
        """Lets new events arrive, and refreshes without touching the window."""
        self.add_events(server, count=count)
        self.shown(app).find('button', 'Refresh').click()

    def wait_call(self, number):
        """Waits until the desktop was told something for the time with this number, from 1."""
        return self.wait_for(lambda: self.desktop.calls()[number - 1:], what=f'call {number}')[0]

    def activate(self, call):
        """Does what the desktop does when its user chooses a notification."""
        facts = call[3]
        action = facts['default-action'].removeprefix('app.')
        target = GLib.Variant('s', facts['default-action-target'])
        Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
            NAME, PATH, 'org.freedesktop.Application', 'ActivateAction',
            GLib.Variant('(sava{sv})', (action, [target], {})), None, Gio.DBusCallFlags.NO_AUTO_START, 20000, None)

    def test_new_events(self):
        servers, app = self.open_several()
        self.minimize(app)

        # One notification counts them all, and says nothing of what they say.
        self.bring(app, servers['Acme'], 1)
        first = self.wait_call(1)
        method, application, connection, facts = first
        self.assertEqual((method, application), ('AddNotification', NAME))
        self.assertEqual(facts.pop('title'), '1 new error in Acme')
        self.assertEqual(facts.pop('default-action'), 'app.show-connection')
        self.assertEqual(facts.pop('default-action-target'), connection)
        self.assertEqual(set(facts) - {'priority', 'icon'}, set())
        self.bring(app, servers['Acme'], 2)
        call = self.wait_call(2)
        self.assertEqual((call[0], call[2], call[3]['title']), ('AddNotification', connection, '3 new errors in Acme'))

        # It leads to them, and is gone then.
        self.activate(call)
        self.wait_for(lambda: x11.has_focus(app.pid), what='the window in front')
        self.assertEqual(self.wait_call(3), ['RemoveNotification', NAME, connection])

        # Nothing is told while they are looked at: what is told next counts what came afterwards.
        before = self.n_open(app)
        self.bring(app, servers['Acme'], 4)
        self.wait_for(lambda: self.line(app).startswith(f'{before + 4} open'), what='4 new events')
        self.switch(app, 2)
        self.minimize(app)
        self.bring(app, servers['Beta'], 1)
        call = self.wait_call(4)
        self.assertEqual(call[3]['title'], '1 new error in Beta')
        self.assertNotEqual(call[2], connection)

        # One for another connection than the window shows leads there, too.
        first[3].update({'default-action': 'app.show-connection', 'default-action-target': connection})
        self.activate(first)
        self.wait_shown(app, 'Acme')
        self.activate(call)
        self.wait_shown(app, 'Beta')
        self.assertEqual(self.wait_call(5), ['RemoveNotification', NAME, call[2]])
        self.assertEqual(len(self.desktop.calls()), 5)


if __name__ == '__main__':
    tap.main()
