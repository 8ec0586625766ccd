"""Several connections in one window.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys

from .review import AS_OF, HEADER, NOW, ReviewCase

KEEP = """
import sys
import gi
gi.require_version('Secret', '1')
from gi.repository import Secret
base_url, organisation, key, secret = sys.stdin.read().split('\\n')
schema = Secret.Schema.new('io.github.actioned.Actioned', Secret.SchemaFlags.NONE, {
    'base-url': Secret.SchemaAttributeType.STRING,
    'organization-id': Secret.SchemaAttributeType.STRING,
    'key-id': Secret.SchemaAttributeType.STRING,
})
Secret.password_store_sync(schema, {'base-url': base_url, 'organization-id': organisation, 'key-id': key},
                           None, 'A key', secret, None)
"""


class SeveralCase(ReviewCase):
    """A test whose program finds several connections, as earlier starts have left them."""

    #: Long enough to find the toast among the rows of all connections.
    settings = {**ReviewCase.settings, 'undo-seconds': '12'}
    names = ('Acme', 'Beta')

    def keep_secret(self, simulator):
        """Puts the secret of a server into the keyring."""
        facts = [simulator.base_url, simulator.org_id, simulator.api_key, simulator.api_secret]
        subprocess.run([sys.executable, '-c', KEEP], input='\n'.join(facts), text=True, check=True,
                       env={**os.environ, **self.home_env})

    def keep_connections(self, simulators):
        """Writes down the connections to these servers, by name, in their order."""
        folder = self.home / 'home' / 'data' / 'actioned'
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        groups = [f'[{name}]\nname={name}\nbase-url={simulator.base_url}\norganization-id={simulator.org_id}\n'
                  f'key-id={simulator.api_key}\ncolour={colour}\nrequest-ceiling=50\nrefresh-minutes=5\n'
                  for (name, simulator), colour in zip(simulators.items(), ('blue', 'green', 'red'))]
        (folder / 'connections.ini').write_text('\n'.join(groups), encoding='utf-8')

    def start_servers(self, *arguments):
        """Starts a server for each connection, whose secret is in the keyring; by name."""
        servers = {name: self.start_simulator('--events', '120', '--now', NOW, '--seed', str(seed), *arguments)
                   for seed, name in enumerate(self.names, 1)}
        self.keep_connections(servers)
        for server in servers.values():
            self.keep_secret(server)
        return servers

    def open_several(self, *arguments, env=None):
        """Starts servers and program, and waits until the first connection is up to date."""
        servers = self.start_servers(*arguments)
        app = self.start_application(env=env)
        self.wait_shown(app, self.names[0])
        return servers, app

    # What is on the screen: what belongs to other connections is in the tree too, but hidden

    def shown(self, app):
        """All that is shown of the connection that is on the screen; None between two."""
        def is_shown(review):
            button = review.look('button', lambda name: name in self.names)
            # What stands on a button without words hides it from whoever asks what is at that place.
            return any(thing.is_shown() for thing in ([button] if button else []) + review.find_all('label', HEADER))
        return next((review for review in app.find_all(None, 'ActReview') if is_shown(review)), None)

    def look(self, app, role, name):
        """The first thing with this role and name that belongs to the connection on the screen."""
        review = self.shown(app)
        return review.look(role, name) if review else None

    def see(self, app, role, name, cap=15):
        """Waits for such a thing."""
        return self.wait_for(lambda: self.look(app, role, name), cap, f'a {role} named {name!r}')

    def line(self, app):
        """The line under the title of the connection on the screen."""
        label = self.look(app, 'label', HEADER)
        return label.name if label else ''

    def wait_shown(self, app, name):
        """Waits until a connection is on the screen and up to date, with the keyboard in it."""
        self.see(app, 'button', name)
        self.wait_for(lambda: AS_OF.search(self.line(app)), what=f'{name} up to date')
        self.wait_for(lambda: app.focused(), what='the focus')

    def listed(self, app, limit=20):
        """The names of the first rows of the connection on the screen."""
        review = self.shown(app)
        return [row.name for row in review.rows(limit)] if review else []

    def switch(self, app, number):
        """Shows the connection with this number, from 1, by the keyboard."""
        app.key(f'alt+{number}')
        self.wait_shown(app, self.names[number - 1])

    def open_switcher(self, app):
        """Opens the list of connections, and returns what its rows say."""
        name = next(name for name in self.names if self.look(app, 'button', name))
        # The button that can be pressed is in the one that has the menu.
        self.shown(app).find_all('button', name)[-1].click()
        return self.wait_for(lambda: self.switcher_rows(app), what='the list of connections')

    def switcher_rows(self, app):
        """What the rows of the open list of connections say; nothing while it is closed."""
        review = self.shown(app)
        if review is None or not any(button.has('expanded') for button in review.find_all('button')):
            return []
        return [row.name for row in review.find_all('list item') if row.name.split(',')[0] in self.names]

    def mark_first(self, app, count, name):
        """Marks the first rows of the connection on the screen by the keyboard."""
        app.key('ctrl+Home', 'space', *['Down', 'space'] * (count - 1))
        self.see(app, 'label', re.compile(rf'^{count} of \d+ selected'))
        app.key('e')
        noun = 'event' if count == 1 else 'events'
        app.wait_text(f'Mark {count} {noun} as actioned?')
        yes = app.find('button', 'Yes')
        self.wait_for(lambda: yes.has('sensitive'), what='Yes')
        app.key('Return')
        app.wait_text(f'{count} {noun} marked as actioned in {name}')
