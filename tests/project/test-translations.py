#!/usr/bin/python3
"""Holds that translators are shown every file with words for people.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import unittest

import tree
import tap

MARKED = re.compile(r'(?<!\w)(?:_|C_|N_|NC_|ngettext|g_d[np]+gettext2?)[ ]*\([ \n]*"')
DATA = ('.desktop.in', '.gschema.xml', '.metainfo.xml.in')


def has_words(name, text):
    """Whether a file has something to translate."""
    if name.endswith(DATA):
        return True
    if name.endswith('.ui'):
        return 'translatable="yes"' in text or "translatable='yes'" in text
    if name.endswith(('.c', '.h')):
        return MARKED.search(text) is not None
    return False


def files_with_words():
    """The names of all files in data/ and src/ with something to translate, in order."""
    names = []
    for path in tree.project_files():
        name = str(path.relative_to(tree.ROOT))
        if (name.startswith(('data/', 'src/')) and name.endswith(DATA + ('.c', '.h', '.ui'))
                and has_words(name, path.read_text(encoding='utf-8'))):
            names.append(name)
    return sorted(names)


class Translations(unittest.TestCase):
    def setUp(self):
        lines = (tree.ROOT / 'po' / 'POTFILES').read_text(encoding='utf-8').splitlines()
        self.listed = [line for line in lines if line and not line.startswith('#')]

    def test_every_file_with_words_is_listed(self):
        self.assertEqual([name for name in files_with_words() if name not in self.listed], [],
                         'scripts/update-potfiles lists them')

    def test_every_listed_file_exists(self):
        self.assertEqual([name for name in self.listed if not (tree.ROOT / name).is_file()], [])

    def test_order(self):
        self.assertEqual(self.listed, sorted(set(self.listed)))

    def test_samples(self):
        for text in ('x = _("Yes");', 'C_("button", "Yes")', 'N_ ("Yes")', 'f (ngettext ("a", "b", n))',
                     '_(\n    "Yes")', 'g_dpgettext2 ("a", "b")'):
            with self.subTest(text=text):
                self.assertTrue(has_words('a.c', text))
        for text in ('free_("Yes")', 'f (x)', '"_"'):
            with self.subTest(text=text):
                self.assertFalse(has_words('a.c', text))
        self.assertTrue(has_words('a.ui', '<property name="label" translatable="yes">Yes</property>'))
        self.assertFalse(has_words('a.ui', '<interface/>'))


if __name__ == '__main__':
    tap.main()
