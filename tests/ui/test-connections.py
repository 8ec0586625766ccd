#!/usr/bin/python3
"""Two organisations in one window: nothing that is done in one reaches the other.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, SeveralCase


FOUND = re.compile(r'^\d+ events?$')


class Connections(SeveralCase):
    def ids_of(self, servers):
        """The ids of the open events of each server."""
        return {name: {event['id'] for event in self.open_events(server)} for name, server in servers.items()}

    def sent(self, server):
        """The ids of the events that were marked at a server."""
        return [entry['id'] for entry in server.ledger()]

    def test_marks_stay_apart(self):
        """Ticks, marks and Undo of one connection never reach the other; what is hidden is sent too."""
        servers, app = self.open_several()
        acme, beta = servers.values()
        ids = self.ids_of(servers)

        app.key('ctrl+Home', 'space', 'Down', 'space', 'Down', 'space')
        self.see(app, 'label', re.compile(r'^3 of \d+ selected'))
        self.switch(app, 2)
        self.assertIsNone(self.look(app, 'label', re.compile(r'^\d+ of \d+ selected')))
        self.mark_first(app, 2, 'Beta')
        # Undo is for what is on the screen.
        self.switch(app, 1)
        app.key('ctrl+z')
        self.wait_for(lambda: len(self.sent(beta)) == 2, 30, 'what was marked in Beta at its server')
        self.assertEqual(self.sent(acme), [])
        self.see(app, 'label', re.compile(r'^3 of \d+ selected'))

        app.key('e')
        app.wait_text('Mark 3 events as actioned?')
        app.wait_text(re.compile('They belong to Acme'))
        yes = app.find('button', 'Yes')
        self.wait_for(lambda: yes.has('sensitive'), what='Yes')
        app.key('Return')
        app.wait_text('3 events marked as actioned in Acme')
        app.key('ctrl+z')
        app.wait_gone('label', '3 events marked as actioned in Acme')
        self.mark_first(app, 1, 'Acme')
        self.switch(app, 2)
        self.wait_for(lambda: self.sent(acme), 30, 'what was marked in Acme at its server')

        self.assertEqual(len(self.sent(acme)), 1)
        self.assertEqual(len(self.sent(beta)), 2)
        self.assertLessEqual(set(self.sent(acme)), ids['Acme'])
        self.assertLessEqual(set(self.sent(beta)), ids['Beta'])
        self.assertFalse(ids['Acme'] & ids['Beta'])

    def test_views_stay_as_they_were_left(self):
        """Search, selection, order and place in the list are each connection's own."""
        _, app = self.open_several()
        app.key('ctrl+f')
        app.write('run')
        self.see(app, 'status bar', FOUND)
        found = self.listed(app)
        top = self.place(app)
        app.key('Return', 'ctrl+End')
        self.wait_for(lambda: self.place(app) != top, what='the end of the list')
        bottom = self.place(app)
        # The row that has the keyboard is not on the screen any more.
        self.shown(app).longest_list().scroll(-15)
        self.wait_for(lambda: self.place(app) != bottom, what='the list to move')
        place = self.place(app)

        self.switch(app, 2)
        self.assertIsNone(self.look(app, 'status bar', FOUND))
        self.assertNotEqual(self.listed(app), found)
        whole = self.line(app)
        review = self.shown(app)
        review.find('switch', 'Include actioned events?').click()
        self.wait_for(lambda: len(review.rows(205)) >= 120, what='all events of Beta')

        self.switch(app, 1)
        self.see(app, 'status bar', FOUND)
        self.assertEqual(self.listed(app), found)
        self.wait_for(lambda: self.place(app) == place, what='the list where it was left')
        self.assertFalse(self.shown(app).find('switch', 'Include actioned events?').has('checked'))
        self.switch(app, 2)
        self.assertEqual(self.line(app), whole)
        self.assertEqual(len(self.shown(app).rows(205)), 120)

    def place(self, app):
        """Where the list stands: the first row that is on the screen."""
        return next((row.name for row in self.shown(app).rows(205) if row.is_shown()), None)

    def count_shown(self, app, text):
        """How many labels with a text can be read."""
        review = self.shown(app)
        return len([label for label in review.find_all('label', text) if label.is_shown()]) if review else 0

    def test_switcher(self):
        """Name, numbers and trouble of each; the one that is shown last is shown at the next start."""
        servers, app = self.open_several()
        self.open_switcher(app)
        self.wait_for(lambda: all(' open' in row for row in self.switcher_rows(app)), what='the numbers of both')
        rows = self.switcher_rows(app)
        self.assertRegex(rows[0], r'^Acme, shown, \d+ open$')
        self.assertRegex(rows[1], r'^Beta, \d+ open$')
        self.screenshot('connections-switcher')
        app.key('Down', 'Return')
        self.wait_shown(app, 'Beta')
        # Where the button has no room for the name, it stands elsewhere: its colour alone is not enough.
        width, height = app.inner_size()
        app.resize(360, 700)
        self.wait_for(lambda: self.count_shown(app, 'Beta') == 1, what='the name in a narrow window')
        app.resize(width, height)
        self.wait_for(lambda: self.count_shown(app, 'Beta') == 1, what='the name on the button alone')
        self.photograph(app, 'connections-second')
        self.quit(app)

        app = self.start_application(env=DARK)
        self.wait_shown(app, 'Beta')
        servers['Acme'].stop()
        self.switch(app, 1)
        app.key('F5')
        app.wait_text(re.compile('^Offline'))
        self.switch(app, 2)
        self.open_switcher(app)
        self.wait_for(lambda: any(re.search('^Acme, .*Offline$', row) for row in self.switcher_rows(app)),
                      what='Acme offline')
        self.screenshot('connections-switcher-dark')
        app.key('Escape')
        self.quit(app)

    def test_closing_sends_for_all(self):
        servers, app = self.open_several()
        ids = self.ids_of(servers)
        self.configure({**self.settings, 'undo-seconds': '60'})
        self.mark_first(app, 1, 'Acme')
        self.switch(app, 2)
        self.mark_first(app, 2, 'Beta')
        self.quit(app)
        self.assertEqual(len(self.sent(servers['Acme'])), 1)
        self.assertEqual(len(self.sent(servers['Beta'])), 2)
        self.assertLessEqual(set(self.sent(servers['Acme'])), ids['Acme'])
        self.assertLessEqual(set(self.sent(servers['Beta'])), ids['Beta'])

    def test_without_a_secret(self):
        """A connection whose secret is nowhere says so, also while another one is shown."""
        servers = self.start_servers()
        (self.home / 'home' / 'keyring').unlink()
        self.keep_secret(servers['Acme'])
        app = self.start_application()
        self.wait_shown(app, 'Acme')
        button = self.see(app, 'button', 'Acme')
        self.wait_for(lambda: 'Beta: Needs its secret' in button.renewed(lambda: self.look(app, 'button', 'Acme')).description
                      or self.shown(app).look(None, 'Beta: Needs its secret'), what='what Beta needs')
        self.open_switcher(app)
        self.wait_for(lambda: 'Beta, Needs its secret' in [re.sub(r', \d+ open', '', row) for row in self.switcher_rows(app)],
                      what='what Beta needs in the list')
        self.screenshot('connections-needs')
        app.key('Escape')

    def test_second_start(self):
        """It asks the program that runs to show the connection of its environment."""
        servers, app = self.open_several()
        second = self.start_application(servers['Beta'], window=False)
        self.assertEqual(second.wait_for_exit(30), 0, second.output())
        self.assertIn('It is running already.', second.output())
        self.wait_shown(app, 'Beta')
        self.assertEqual(len(app.windows()), 1)


if __name__ == '__main__':
    tap.main()
