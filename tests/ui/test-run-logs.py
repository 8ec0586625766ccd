#!/usr/bin/python3
"""Reads, searches, copies and saves the logs of integration runs.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re

import tap
from actioned_ui.runs import HOSTILE, RunsCase


class Logs(RunsCase):
    def open_log(self, app):
        app.find('button', 'Show Log').click()

    def test_json(self):
        _, app, run = self.open_window_on_run()
        self.open_log(app)
        app.find('label', lambda name: name.startswith(f'  "id": "{run["id"][:20]}'), rows=True)
        app.find('status bar', re.compile(r'^JSON · \d+ lines · '))
        app.find('button', 'Copy Log').click()
        text = self.wait_clipboard(lambda text: run['id'] in text)
        self.assertEqual(json.loads(text)['error'], run['error'])
        self.assertGreater(len(text.splitlines()), 8, 'It is not pretty')
        self.screenshot('runs-log-json')

    def test_text_and_search(self):
        simulator, app, run = self.open_window_on_run()
        lines = [f'{i} {HOSTILE if i == 3 else "line"} {"ERROR" if i % 10 == 0 else "debug"}' for i in range(1, 101)]
        self.set_log(simulator, run, ('\r\n'.join(lines) + '\r\n' + 'long ' * 100).encode())
        self.open_log(app)
        app.find('status bar', re.compile(r'^Text · 101 lines · '))
        app.find('label', lambda name: name.startswith('3 <b>bold</b> & [U+202E]gnp'), rows=True)

        entry = app.find('entry', 'Search the log')
        entry.mouse_click()
        app.write('error')
        app.find('status bar', '1 of 10 matches')
        app.key('Return')
        app.find('status bar', '2 of 10 matches')
        app.key('shift+Return', 'shift+Return')
        app.find('status bar', '10 of 10 matches')
        last = app.find('label', lines[99], rows=True)
        self.wait_for(last.is_shown, what='the line with the match')
        self.screenshot('runs-log-search')

        # Copying a row copies its whole line, as it came.
        third = app.find('label', lambda name: name.startswith('3 <b>'), rows=True)
        app.key('ctrl+a', 'BackSpace')
        app.find('status bar', re.compile(r'^Text · '))
        app.write('gnp.exe')
        app.find('status bar', '1 of 1 match')
        third.mouse_click()
        app.key('ctrl+c')
        self.wait_clipboard(lines[2])
        app.key('ctrl+f')
        self.wait_for(lambda: app.focused() and app.focused().role in ('text', 'entry'), what='the focus in the entry')
        app.key('ctrl+a', 'BackSpace')
        app.find('status bar', re.compile(r'^Text · '))
        app.write('nowhere')
        app.find('status bar', 'No matches')

    def test_binary_and_none(self):
        simulator, app, run = self.open_window_on_run()
        self.set_log(simulator, run, b'\x1f\x8b\x08\x00binary')
        self.open_log(app)
        app.find('label', 'The Log Is Not Text')
        self.assertTrue(app.find('button', 'Save As…').has('sensitive'))
        self.screenshot('runs-log-binary')

        self.set_log(simulator, run, b'')
        self.go_back(app)
        app.find('button', 'Show Log').click()
        app.find('label', 'The Log Is Empty')

    def test_save(self):
        simulator, app, run = self.open_window_on_run()
        data = b'\x1f\x8b\x08\x00binary'
        self.set_log(simulator, run, data)
        self.open_log(app)
        app.find('label', 'The Log Is Not Text')
        self.press_shown(app, 'Save As…')
        app.find('button', 'Save')
        name = f'run-{run["id"]}-log.bin'
        self.wait_for(lambda: any(node.text == name for node in app.find_all('text')), what='the proposed name')
        self.screenshot('runs-log-save')
        path = self.home / 'saved.bin'
        app.key('ctrl+a')
        app.write(str(path))
        app.key('Return')
        self.wait_for(path.exists, what='the file')
        app.find('status bar', 'Saved as saved.bin')
        self.assertEqual(path.read_bytes(), data)

    def test_large(self):
        simulator, app, run = self.open_window_on_run()
        self.set_log(simulator, run, size=32 * 1024 * 1024)
        self.open_log(app)
        app.find('status bar', re.compile(r'^Text · .* lines · '), cap=60)
        app.find('entry', 'Search the log').mouse_click()
        app.write('error')
        app.find('status bar', re.compile(r'^1 of \d+ matches'), cap=30)
        self.screenshot('runs-log-large')

    def test_cancel(self):
        simulator, app, _ = self.open_window_on_run()
        self.set_faults(simulator, hang=1)
        self.open_log(app)
        loading = app.find('status bar', 'Reading the log…')
        self.wait_for(loading.is_shown, what='that the log is being read')
        self.screenshot('runs-log-loading')
        app.find('button', 'Cancel').click()
        app.wait_gone('button', 'Cancel')
        app.find('button', 'Show Log')
        self.set_faults(simulator, hang=0)


if __name__ == '__main__':
    tap.main()
