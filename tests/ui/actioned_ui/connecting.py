"""What a person does to connect an organisation, and to give it another key.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser

from . import x11
from .review import NOW, ReviewCase

#: What the program calls itself.
FOLDER = 'actioned'


class ConnectingCase(ReviewCase):
    """A test that starts without a connection."""

    def start_server(self, *arguments):
        """A small organisation."""
        return self.start_simulator('--events', '60', '--now', NOW, *arguments)

    def open_form(self, app):
        """Opens the form from the welcome page, and returns the dialog."""
        app.find('button', 'Connect an Organisation').click()
        dialog = self.dialog(app)
        self.assertEqual(dialog.name, 'New Connection')
        return dialog

    def entry(self, app, label):
        """The entry of a field."""
        return self.wait_for(lambda: app.look('text', label) or app.look('password text', label),
                             what=f'a field {label!r}')

    def fill_in(self, app, simulator, **others):
        """Fills in the form for a simulated server; @others are fields with another content."""
        fields = {'Name, as you call it': 'Acme', 'Organisation id': simulator.org_id,
                  'Access key id': simulator.api_key, 'API secret': simulator.api_secret,
                  'Address of the API': simulator.base_url}
        for label, text in {**fields, **others}.items():
            self.entry(app, label).set_text(text)

    def see(self, app, text, cap=15):
        """Waits until a person can read a text, whatever it is to assistive technology."""
        return self.wait_for(lambda: next((node for node in app.find_all(None, text) if node.is_shown()), None),
                             cap, f'the text {text!r}')

    def press(self, app, name):
        """Presses a button that is shown and can be pressed."""
        def ready():
            return next((button for button in app.find_all('button', name)
                         if button.has('sensitive') and button.is_shown()), None)
        self.wait_for(ready, what=f'a button {name!r}').click()

    def connect(self, app, simulator, **others):
        """Connects an organisation, and waits until its events are listed."""
        self.open_form(app)
        self.fill_in(app, simulator, **others)
        self.press(app, 'Connect')
        self.wait_no_dialog(app)
        self.wait_header(app, 'open · as of')
        self.wait_for_list(app)

    def kept(self):
        """The connections that the program has written down, in their order, by name."""
        path = self.home / 'home' / 'data' / FOLDER / 'connections.ini'
        if not path.exists():
            return {}
        parser = configparser.ConfigParser(interpolation=None)
        parser.read_string(path.read_text(encoding='utf-8'))
        return {parser[section].get('name', section): parser[section] for section in parser.sections()}

    def set_key(self, simulator, key, secret, **more):
        """Lets the server accept another key only."""
        status, answer = simulator.request('POST', '/_simulator/key', {'apiKey': key, 'apiSecret': secret, **more})
        self.assertEqual(status, 200, answer)
        simulator.api_key, simulator.api_secret = key, secret

    def paste(self, app, text):
        """Puts a text on the clipboard, as another program does, and pastes it by the keyboard."""
        x11.write_clipboard(text)
        app.key('ctrl+v')

    def assert_not_shown(self, app, secret):
        """Checks that a secret can be read nowhere but in the entry for it, nor in what was written."""
        self.assertNotIn(secret, app.output())
        for node in app.root().walk():
            # GTK 4 tells what is in an entry for passwords, which nothing here can prevent.
            if node.role != 'password text':
                self.assertNotIn(secret, node.text + node.description, node)
        for path in (self.home / 'home').rglob('*'):
            if path.is_file():
                self.assertNotIn(secret.encode(), path.read_bytes(), path)
