"""Export: what the list shows, or what is selected, as CSV or JSON in a file of the user's choice.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import json
import re

import tap
from actioned_ui import ReviewCase, x11


class Export(ReviewCase):
    def open_export(self, app):
        """Opens the dialog by keyboard."""
        app.key('ctrl+shift+e')
        dialog = self.dialog(app)
        dialog.find('button', 'Export…')
        return dialog

    def choose_file(self, app, path):
        """Names a file in the chooser and saves there. The chooser is not on the accessibility bus."""
        before = x11.active_size()
        app.find('button', 'Export…').click()
        self.wait_for(lambda: x11.active_size() != before and x11.has_focus(app.pid), what='the file chooser')
        app.key('ctrl+a')
        app.write(str(path))
        app.key('Return')

    def test_csv_of_the_list(self):
        simulator, app, events = self.open_events_window()
        dialog = self.open_export(app)
        dialog.find('label', f'{len(events)} in the list')
        self.photograph(app, 'export')
        path = self.home / 'events.csv'
        self.choose_file(app, path)
        self.wait_no_dialog(app)
        app.wait_text(f'{len(events)} events exported to “events.csv”')
        with open(path, newline='', encoding='utf-8') as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row['id'] for row in rows], [event['id'] for event in events])
        self.assertEqual(path.stat().st_mode & 0o077, 0)

    def test_json_of_what_is_selected(self):
        simulator, app, events = self.open_events_window()
        app.key('ctrl+Home', 'space', 'Down', 'Down', 'space')
        app.wait_text(re.compile(r'^2 of \d+ selected'))
        dialog = self.open_export(app)
        dialog.find('label', '2 selected')
        self.focus(app, 'combo box', 'Format')
        app.key('Return')
        self.wait_for(lambda: app.focused() and app.focused().role == 'list item', what='the formats')
        app.key('Down', 'Return')
        row = dialog.find('combo box', 'Format')
        self.wait_for(lambda: 'JSON, one event a line' in row.labels(), what='the format')
        self.screenshot('export-selected')
        path = self.home / 'two.jsonl'
        self.choose_file(app, path)
        self.wait_no_dialog(app)
        app.wait_text('2 events exported to “two.jsonl”')
        lines = path.read_text(encoding='utf-8').splitlines()
        self.assertEqual([json.loads(line)['id'] for line in lines], [events[0]['id'], events[2]['id']])

    def test_failure_is_explained(self):
        simulator, app, events = self.open_events_window()
        dialog = self.open_export(app)
        folder = self.home / 'locked'
        folder.mkdir()
        self.choose_file(app, '/proc/events.csv')
        self.wait_for(lambda: dialog.look('alert'), what='what went wrong')
        self.screenshot('export-failed')
        app.key('Escape')
        self.wait_no_dialog(app)


if __name__ == '__main__':
    tap.main()
