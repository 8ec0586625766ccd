#!/usr/bin/python3
"""Connections are put in order, edited and removed.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ConnectingCase

LONG = 'Beta & Söhne Verwaltungsgesellschaft mit beschränkter Haftung <b>und</b> Co. Kommanditgesellschaft'


class ManageConnections(ConnectingCase):
    def open_two(self, second='Beta', env=None):
        """Connects two organisations; returns both servers and the program."""
        first, other = self.start_server('--seed', '1'), self.start_server('--seed', '2')
        app = self.start_application(env=env)
        self.connect(app, first)
        self.manage(app)
        app.find('button', 'Add Connection').click()
        self.wait_for(lambda: app.look('text', 'Organisation id'), what='the form')
        self.fill_in(app, other, **{'Name, as you call it': second})
        self.press(app, 'Connect')
        self.wait_for(lambda: second in self.kept(), what='both connections')
        return first, other, app

    def manage(self, app):
        """Opens the list, and returns it."""
        self.choose_in_menu(app, 'Manage Connections…')
        return self.wait_for(lambda: next((w for w in app.windows() if w.name == 'Connections'), None),
                             what='the list of connections')

    def list(self, app):
        """The dialog, without the window behind it, of which all rows would be looked through."""
        return next(w for w in app.windows() if w.name == 'Connections')

    def rows(self, app):
        """The rows of the list, by name."""
        return [row.name for row in self.list(app).find_all('row') if row.name]

    def focus_row(self, app, name):
        """Moves the focus to a row by the keyboard."""
        for _ in range(8):
            if self.list(app).find('row', name).has('focused'):
                return
            app.key('Tab')
        self.wait_for(lambda: self.list(app).find('row', name).has('focused'), what=f'the focus on {name!r}')

    def open_more(self, app, name, item):
        """Chooses something in the menu of a row."""
        # GTK gives the name of a menu button to the button that is in it, too, and only that can be pressed.
        self.list(app).find('button', f'More for “{name}”').find('button').click()
        self.choose_item(app, item)

    def test_order(self):
        """By the keyboard and by the menu; it is written down at once."""
        _, _, app = self.open_two()
        if not any(w.name == 'Connections' for w in app.windows()):
            self.manage(app)
        self.wait_for(lambda: self.rows(app) == ['Acme', 'Beta'], what='the order')
        self.photograph(app, 'connections')
        self.focus_row(app, 'Acme')
        app.key('alt+Down')
        self.wait_for(lambda: self.rows(app) == ['Beta', 'Acme'], what='the other order')
        self.assertEqual(list(self.kept()), ['Beta', 'Acme'])
        # The row that was moved still has the focus.
        app.key('alt+Up')
        self.wait_for(lambda: list(self.kept()) == ['Acme', 'Beta'], what='the first order')
        self.open_more(app, 'Beta', 'Move Up')
        self.wait_for(lambda: list(self.kept()) == ['Beta', 'Acme'], what='the order of the menu')

    def test_drag(self):
        _, _, app = self.open_two()
        if not any(w.name == 'Connections' for w in app.windows()):
            self.manage(app)
        upper, lower = self.list(app).find('row', 'Acme'), self.list(app).find('row', 'Beta')
        lower.drag_to(upper)
        self.wait_for(lambda: list(self.kept()) == ['Beta', 'Acme'], what='the order')

    def test_edit(self):
        simulator = self.start_server()
        app = self.start_application()
        self.connect(app, simulator)
        self.manage(app)
        app.find('button', 'Edit “Acme”').click()
        self.wait_for(lambda: app.look('text', 'Path'), what='the form')
        self.photograph(app, 'connection-edit')
        self.entry(app, 'Name, as you call it').set_text(LONG)
        self.entry(app, 'Path').set_text('/organizations/{orgId}/events')
        self.entry(app, 'Address of the Console').set_text('http://console.example')
        app.find('button', 'Save').click()
        app.find(None, re.compile('must have {id} in it'))
        app.find(None, re.compile('must begin with https://'))
        self.entry(app, 'Path').set_text('/organizations/{orgId}/events/{id}/actioned?by=actioned')
        self.entry(app, 'Address of the Console').set_text('https://console.example')
        app.find('button', 'Save').click()
        self.wait_for(lambda: LONG in self.kept(), what='the new name')
        kept = self.kept()[LONG]
        self.assertEqual(kept['mark-path'], '/organizations/{orgId}/events/{id}/actioned?by=actioned')
        self.assertEqual(kept['console-address'], 'https://console.example')
        self.assertEqual(kept['base-url'], simulator.base_url)
        self.see(app, LONG)
        self.photograph(app, 'connections-long')

    def test_names_differ(self):
        """Two connections that are called alike could not be told apart, so that is not taken."""
        _, _, app = self.open_two()
        if not any(w.name == 'Connections' for w in app.windows()):
            self.manage(app)
        app.find('button', 'Edit “Beta”').click()
        self.entry(app, 'Name, as you call it').set_text(' acme')
        app.find('button', 'Save').click()
        self.see(app, 'Another connection is called “Acme”. Choose another name.')
        self.screenshot('connection-name-taken')
        self.entry(app, 'Name, as you call it').set_text('Gamma')
        app.find('button', 'Save').click()
        self.wait_for(lambda: list(self.kept()) == ['Acme', 'Gamma'], what='the new name')

        third = self.start_server('--seed', '3')
        app.find('button', 'Add Connection').click()
        self.wait_for(lambda: app.look('text', 'Organisation id'), what='the form')
        self.fill_in(app, third)
        self.press(app, 'Connect')
        self.see(app, 'Another connection is called “Acme”. Choose another name.')
        self.wait_for(lambda: self.entry(app, 'Name, as you call it').has('focused'), what='the focus on the name')
        self.assertEqual(list(self.kept()), ['Acme', 'Gamma'])

    def test_remove(self):
        """Nothing of it stays on this computer, and nothing changes on the server."""
        simulator = self.start_server()
        app = self.start_application(env=DARK)
        self.connect(app, simulator)
        self.manage(app)
        self.open_more(app, 'Acme', 'Remove…')
        self.see(app, 'Remove “Acme”?')
        self.see(app, re.compile(r'^\d+ open events are on this computer'))
        self.screenshot('connection-remove-dark')
        self.press(app, 'Remove')
        self.see(app, 'No Connections')
        self.assertEqual(self.kept(), {})
        folder = self.home / 'home' / 'data' / 'actioned'
        left = [path.name for path in folder.iterdir() if not path.name.startswith('connections.ini')]
        self.assertEqual(left, [])
        self.assertEqual(simulator.ledger(), [])
        app.key('Escape')
        app.find(None, 'Welcome to Actioned')

    def test_remove_unsent(self):
        """What was not sent is named, and must be confirmed to be lost."""
        simulator = self.start_server()
        app = self.start_application()
        self.connect(app, simulator)
        self.set_faults(simulator, mark_503=1)
        self.mark(app, 3)
        self.manage(app)
        self.open_more(app, 'Acme', 'Remove…')
        self.see(app, '3 changes that the server does not have will be lost')
        self.see(app, '3 events marked as actioned, not sent yet')
        self.screenshot('connection-remove-unsent')
        remove = app.find('button', 'Remove')
        self.assertFalse(remove.has('sensitive'))
        app.find('check box', 'Lose these changes').click()
        self.wait_for(lambda: app.find('button', 'Remove').has('sensitive'), what='Remove')
        self.press(app, 'Remove')
        self.see(app, 'No Connections')
        self.assertEqual(self.kept(), {})
        self.assertEqual(simulator.ledger(), [])

    def test_keep(self):
        """Cancel, which Enter is, removes nothing."""
        simulator = self.start_server()
        app = self.start_application()
        self.connect(app, simulator)
        self.manage(app)
        self.open_more(app, 'Acme', 'Remove…')
        self.see(app, 'Remove “Acme”?')
        app.key('Return')
        self.wait_for(lambda: self.rows(app) == ['Acme'] and len(app.windows()) == 2, what='the list as it was')
        self.assertEqual(list(self.kept()), ['Acme'])


if __name__ == '__main__':
    tap.main()
