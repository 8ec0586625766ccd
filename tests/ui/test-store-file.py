#!/usr/bin/python3
"""Exports the local store to a file, and imports such files, and others.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import re

import tap
from actioned_ui import DARK, x11
from actioned_ui.store import StoreCase


class StoreFile(StoreCase):
    def choose_file(self, app, item, path):
        """Chooses an item of the Data menu and names a file. The chooser is not on the accessibility bus."""
        before = x11.active_size()
        self.choose_in_menu(app, 'Data', item)
        self.wait_for(lambda: x11.active_size() != before and x11.has_focus(app.pid), what='the file chooser')
        exports = item.startswith('Export')
        app.key('ctrl+a' if exports else 'ctrl+l')
        app.write(str(path))
        chooser = x11.active_size()

        # While the chooser looks for how the name could go on, it takes no answer. What opens after it
        # must not take the answer either.
        def is_answered():
            if x11.active_size() == chooser and x11.has_focus(app.pid):
                app.key('Return' if exports else 'alt+o')
            return x11.active_size() != chooser
        self.wait_for(is_answered, what='the chooser to close')

    def count(self, app, title):
        """The number in a row of the import dialog."""
        row = app.find('list item', title)
        return int(row.labels()[-1])

    def make_file(self):
        """Exports a store in which a mark waits, and returns the file and how many events there are."""
        app = self.open_window(self.simulator)
        self.wait_for(lambda: self.query('SELECT count(*) FROM state WHERE status >= 8')[0][0] > 50, what='the history')
        self.simulator.stop()
        self.mark(app, 1)
        self.wait_header(app, '1 change waiting')
        path = self.home / 'backup.actioned'
        self.choose_file(app, 'Export Store…', path)
        app.wait_text('Store exported to “backup.actioned”')
        self.assertEqual(path.stat().st_mode & 0o077, 0)
        self.screenshot('store-exported')
        self.quit(app)
        return path, self.query('SELECT count(*) FROM event')[0][0]

    def test_export_and_import(self):
        path, n_events = self.make_file()
        for file in self.store_path().parent.glob('*'):
            file.unlink()

        # On another computer, without a network.
        app = self.start_application(self.simulator)
        app.wait_text('Offline')
        self.choose_file(app, 'Import Store…', path)
        app.find('button', 'Import')
        self.assertEqual(self.count(app, 'New events'), n_events)
        self.assertEqual(self.count(app, 'Unsent changes'), 1)
        self.photograph(app, 'import-found')
        app.find('button', 'Import').click()
        app.find('button', 'Send from This Computer', cap=30)
        self.screenshot('import-done')
        self.assertEqual(self.query('SELECT count(*) FROM outbox')[0][0], 0)
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_for_list(app)

        # Done again, it finds nothing new; the change is sent when it is said to.
        self.choose_file(app, 'Import Store…', path)
        app.find('button', 'Import')
        self.assertEqual(self.count(app, 'New events'), 0)
        self.assertEqual(self.count(app, 'Events that are here already'), n_events)
        self.assertEqual(self.count(app, 'Unsent changes'), 0)
        app.key('Escape')
        self.wait_no_dialog(app)
        self.choose_in_menu(app, 'Pending Changes')
        app.wait_text('Imported and Held Back')
        app.wait_text(re.compile('^Marked as actioned: '))
        self.photograph(app, 'imported-section')
        app.find('button', 'Send from This Computer').click()
        app.wait_gone('label', 'Imported and Held Back')
        self.assertEqual(self.query('SELECT count(*) FROM outbox WHERE state <> 4')[0][0], 1)

    def test_import_refused(self):
        app = self.open_window(self.simulator, env=DARK)
        for name, content, title in (('text', b'hello', 'This is no file of a store'),
                                     ('newer', b'{"type":"actioned-store","format":9,"organization":"o"}\n',
                                      'The file is from a newer version'),
                                     ('cut', b'{"type":"actioned-store","format":1,"organization":"o"}\n',
                                      'The file is damaged')):
            path = self.home / name
            path.write_bytes(content)
            self.choose_file(app, 'Import Store…', path)
            app.wait_text(title)
            self.screenshot(f'import-{name}')
            app.key('Escape')
            self.wait_no_dialog(app)

        # Another organisation's store has to be confirmed.
        head = b'{"type":"actioned-store","format":1,"organization":"o","connection":"Other","exportedAt":1772600767000}\n'
        end = f'{{"type":"end","lines":1,"sha256":"{hashlib.sha256(head).hexdigest()}"}}\n'
        path.write_bytes(head + end.encode())
        self.choose_file(app, 'Import Store…', path)
        app.wait_text('Import all the same')
        button = app.find('button', 'Import')
        self.assertFalse(button.has('sensitive'))
        self.screenshot('import-other')
        app.find('switch', 'Import all the same').click()
        self.wait_for(lambda: button.has('sensitive'), what='the button')


if __name__ == '__main__':
    tap.main()
