#!/usr/bin/python3
"""Tries the harness on a small window, so that a failing UI test can be believed.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
from pathlib import Path

import tap
from actioned_ui import UiTestCase
from actioned_ui.widget import plain_name

SPECIMEN = Path(__file__).with_name('specimen')


class Harness(UiTestCase):
    def test_click(self):
        app = self.start([SPECIMEN])
        app.find('button', 'Press').click()
        app.wait_text('Pressed 1')
        app.find('button', re.compile('^Pre')).mouse_click()
        app.wait_text('Pressed 2')

    def test_switch_and_check(self):
        app = self.start([SPECIMEN])
        app.find('switch', 'Include?').click()
        app.wait_text('Switch True')
        check = app.find('check box', 'Tick me')
        check.mouse_click(across=0.02)
        app.wait_text('Ticked True')
        self.wait_for(lambda: check.has('checked'))
        app.key('space')
        app.wait_text('Ticked False')

    def test_keyboard(self):
        app = self.start([SPECIMEN])
        app.key('ctrl+a')
        app.wait_text('Chord')
        entry = app.find('entry', 'Search')
        entry.mouse_click()
        app.write('Größe 12')
        app.wait_text('Typed Größe 12')
        self.assertEqual(entry.text, 'Größe 12')
        entry.set_text('other')
        app.wait_text('Typed other')
        app.key('ctrl+a', 'ctrl+c')
        self.wait_for(lambda: self.clipboard() == 'other')

    def test_dialog(self):
        app = self.start([SPECIMEN])
        app.find('button', 'Ask').click()
        app.wait_text('Really?')
        self.screenshot('harness-dialog')
        app.find('button', 'Yes').click()
        app.wait_text('Answered yes')
        self.wait_for(lambda: len(app.windows()) == 1)

    def test_made_anew(self):
        """What was found in a dialog is found again in the next one like it."""
        app = self.start([SPECIMEN])
        app.find('button', 'Ask').click()
        yes = app.find('button', 'Yes')
        yes.click()
        app.wait_text('Answered yes')
        self.wait_for(lambda: len(app.windows()) == 1)
        app.find('button', 'Ask').click()
        app.wait_text('Really?')
        yes.click()
        self.wait_for(lambda: len(app.windows()) == 1, what='the dialog to close')

    def test_dialog_by_mouse(self):
        app = self.start([SPECIMEN])
        app.find('button', 'Ask').mouse_click()
        app.wait_text('Really?')
        next(node for node in app.find_all('button', 'Cancel') if node.is_shown()).mouse_click()
        app.wait_text('Answered cancel')

    def test_resize(self):
        app = self.start([SPECIMEN])
        app.resize(400, 500)
        self.assertEqual(app.inner_size(), (400, 500))

    def test_what_is_hidden(self):
        app = self.start([SPECIMEN])
        self.assertIsNone(app.look('label', 'Not there'))
        app.wait_text('In front')
        for text in ('Behind the curtain', 'At the back'):
            for node in app.find_all('label', text):
                self.assertFalse(node.is_shown(), text)
        app.find('button', 'Turn').click()
        app.wait_text('At the back')
        app.wait_gone('label', 'In front')

    def test_rows(self):
        app = self.start([SPECIMEN])
        rows = app.rows(5)
        self.assertEqual([row.labels() for row in rows], [[f'Row {i}'] * 2 for i in range(5)])
        rows[3].mouse_click()
        self.wait_for(lambda: app.rows(5)[3].has('selected'))
        self.assertIsNone(app.look('label', 'Row 20'))
        self.assertIsNotNone(app.look('label', 'Row 20', rows=True))

    def test_warnings_are_seen(self):
        app = self.start([SPECIMEN])
        app.find('button', 'Complain').click()
        self.wait_for(app.problems)
        self.assertIn('Ouch', app.problems()[0])
        self.assertEqual(app.problems(['Ouch']), [])
        self.applications.remove(app)
        app.stop()

    def test_crash_is_seen(self):
        app = self.start([SPECIMEN])
        app.process.kill()
        app.wait_for_exit()
        self.assertTrue(app.crashed())
        self.applications.remove(app)

    def test_names(self):
        for name, plain in (('Yes', 'Yes'), ('_Yes Yes', 'Yes'), ('Row 3 Row 3', 'Row 3'), ('a b', 'a b'),
                            ('', ''), ('_No', 'No'), ('a_b', 'a_b')):
            self.assertEqual(plain_name(name), plain)


if __name__ == '__main__':
    tap.main()
