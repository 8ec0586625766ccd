#!/usr/bin/python3
"""Holds what the documents name against what there is.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import unittest

import tree
import tap

DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md',
             'docs/causes.md', 'docs/export.md', 'docs/messages.md', 'docs/performance.md',
             'docs/privacy.md', 'docs/search.md', 'docs/security.md', 'docs/simulator.md',
             'docs/store-export.md']
LINK = re.compile(r'(?<!!)\[[^]]*\]\(([^)#:]+)\)')
PLACE = re.compile(r'`((?:src|tests|scripts|docs|data|po|flatpak|\.ci)/[\w./-]*[\w-])/?`')
FILE = re.compile(r'`(act-[a-z-]+)(?:\.[ch])?`')
FOLDER = re.compile(r'^\| `([a-z-]+)`', re.MULTILINE)


def read(name):
    """The text of a file of the project."""
    return (tree.ROOT / name).read_text(encoding='utf-8')


def find_missing(name, text):
    """What a document names that is not there."""
    folder = (tree.ROOT / name).parent
    units = {path.stem for path in tree.source_files('.c')}
    missing = [link for link in LINK.findall(text) if not (folder / link).exists()]
    missing += [place for place in PLACE.findall(text) if not (tree.ROOT / place).exists()]
    missing += [unit for unit in FILE.findall(text) if unit not in units]
    return missing


def find_unnamed(pattern, sources, document, form='`{}'):
    """What a pattern finds in sources and a document does not name, and how much it finds."""
    found = [word for source in sources for word in re.findall(pattern, read(source), re.MULTILINE)]
    text = read(document)
    return [word for word in found if form.format(word) not in text], len(found)


class Documents(unittest.TestCase):
    def test_what_they_name_is_there(self):
        for name in DOCUMENTS:
            with self.subTest(name=name):
                self.assertEqual(find_missing(name, read(name)), [])

    def test_every_room_is_described(self):
        text = read('docs/architecture.md')
        rooms = FOLDER.findall(text[text.index('## The rooms'):text.index('## Threads')])
        self.assertEqual(sorted(rooms), sorted({path.relative_to(tree.SOURCE).parts[0]
                                                for path in tree.SOURCE.rglob('*/meson.build')}))

    def test_every_table_of_the_store_is_described(self):
        source = ['src/store/act-store-schema.c']
        unnamed, n = find_unnamed(r'CREATE TABLE (\w+)', source, 'docs/architecture.md', '| `{}` |')
        self.assertEqual((unnamed, n > 3), ([], True))

    def test_every_option_of_the_simulator_is_described(self):
        source = ['src/simulator/act-simulator-main.c']
        unnamed, n = find_unnamed(r'^  \{ "([a-z-]+)", 0', source, 'docs/simulator.md', '`--{}')
        self.assertEqual((unnamed, n > 10), ([], True))

    def test_every_fault_of_the_simulator_is_described(self):
        source = ['src/simulator/act-simulator-faults.c']
        unnamed, n = find_unnamed(r'^  \{ "([a-z0-9-]+)", ACT_', source, 'docs/simulator.md')
        self.assertEqual((unnamed, n > 10), ([], True))

    def test_every_variable_is_described(self):
        sources = [str(path.relative_to(tree.ROOT)) for path in (tree.SOURCE / 'cli').glob('*.c')]
        unnamed, n = find_unnamed(r'"((?:ACTIONED|M3TER)_[A-Z_]+)"', sources, 'README.md')
        self.assertEqual((unnamed, n >= 8), ([], True))

    def test_samples(self):
        for text in ('[a](nowhere.md)', '`src/nowhere`', '`tests/nowhere.c`', '`act-nowhere`'):
            with self.subTest(text=text):
                self.assertEqual(len(find_missing('docs/a.md', text)), 1)
        for text in ('[a](messages.md)', '[a](https://a.example)', '`src/store/`', '`scripts/test --ci`',
                     '`.ci/run`', '`act-store.c`', '`act-engine`'):
            with self.subTest(text=text):
                self.assertEqual(find_missing('docs/a.md', text), [])


if __name__ == '__main__':
    tap.main()
