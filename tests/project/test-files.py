#!/usr/bin/python3
"""Holds what each file must have: who owns it, under which licence, and a readable length.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import unittest

import tree
import tap

OWNER = 'SPDX-FileCopyrightText: The Actioned contributors'
LICENCE = 'SPDX-License-Identifier: '
SUFFIXES = {'.c', '.h', '.py', '.sh', '.ui', '.css', '.svg', '.build'}
ENDINGS = ('.desktop.in', '.gresource.xml', '.gschema.xml', '.metainfo.xml.in', 'meson_options.txt')
LONGEST = 1000


def is_source(path):
    """Whether somebody wrote this file in a language that has comments."""
    if 'data' in path.relative_to(tree.ROOT).parts[2:]:
        return False
    if path.suffix in SUFFIXES or path.name.endswith(ENDINGS):
        return True
    with path.open('rb') as file:
        return file.read(2) == b'#!'


def has_licence(text):
    """Whether the head of a file names owner and licence."""
    head = '\n'.join(text.splitlines()[:12])
    return OWNER in head and LICENCE in head


class Files(unittest.TestCase):
    def test_owner_and_licence(self):
        bare = [str(path.relative_to(tree.ROOT)) for path in tree.project_files()
                if is_source(path) and not has_licence(path.read_text(encoding='utf-8'))]
        self.assertEqual(bare, [])

    def test_length(self):
        lengths = {path: path.read_text(encoding='utf-8').count('\n')
                   for path in tree.source_files('.c', '.h', '.ui')}
        long = {str(path): length for path, length in lengths.items() if length > LONGEST}
        self.assertEqual(long, {})

    def test_samples(self):
        self.assertFalse(has_licence('/* Nobody wrote this. */'))
        self.assertFalse(has_licence(f'/* {OWNER} */'))
        self.assertTrue(has_licence(f'/* {OWNER}\n * {LICENCE}MIT */'))
        self.assertTrue(is_source(tree.ROOT / 'scripts' / 'run'))
        self.assertFalse(is_source(tree.ROOT / 'COPYING'))


if __name__ == '__main__':
    tap.main()
