#!/usr/bin/python3
"""Holds every include in src/ against the rule of which room may know which.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later

The build already refuses most breaches, since each library shows only its own headers; this closes
the ways round it and says in words what is wrong.
"""

import re
import tempfile
import unittest
from pathlib import Path

import tree
import tap

# What each room may include beside its own headers.
ALLOWED = {
    'model': set(),
    'api': {'model'},
    'store': {'model'},
    'secret': {'model'},
    'text': {'model'},
    'simulator': {'model'},
    'sync': {'api', 'store', 'secret', 'model'},
    'export': {'store', 'text', 'model'},
    'desktop': {'sync', 'text', 'model'},
    'cli': {'desktop', 'export', 'sync', 'text', 'model'},
    'ui': {'desktop', 'export', 'sync', 'text', 'model'},
    'main': {'ui', 'cli', 'simulator', 'model'},
}

# The libraries that only some rooms may use, by how the include begins.
LIBRARIES = {
    'sqlite3.h': {'store'},
    'zlib.h': {'store'},
    'libsoup/': {'api', 'simulator'},
    'json-glib/': {'api', 'simulator', 'text'},
    'libsecret/': {'secret'},
    'gtk/': {'ui', 'ui-compat'},
    'gdk/': {'ui', 'ui-compat'},
    'adwaita.h': {'ui', 'ui-compat'},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]*)"|<([^>]*)>|(\S+))', re.MULTILINE)


def room_of(source, path):
    """The room that a file is in; files directly in src/ are the program's own."""
    parts = path.relative_to(source).parts
    return parts[0] if len(parts) > 1 else 'main'


def is_generated(source, room, header):
    """Whether the build file of a room makes this header."""
    build_file = source / ('' if room == 'main' else room) / 'meson.build'
    return build_file.exists() and Path(header).stem in build_file.read_text(encoding='utf-8')


def judge_own(source, owners, room, header):
    """Says what is wrong with including one of our headers, or nothing."""
    if header == 'config.h':
        return None
    if '/' in header:
        return 'is not a bare name'
    reachable = {room} | ALLOWED[room]
    homes = owners.get(header, set())
    if len(homes) > 1:
        return f'is in several rooms: {", ".join(sorted(homes))}'
    if homes and not homes & reachable:
        return f'is in {homes.pop()}/, which {room}/ may not know'
    if not homes and not any(is_generated(source, other, header) for other in reachable):
        return 'is in no room, and nothing makes it'
    return None


def judge_system(owners, room, header):
    """Says what is wrong with including a header of a library, or nothing."""
    if header in owners or '..' in header:
        return 'is ours, and takes quotes'
    for start, rooms in LIBRARIES.items():
        if header.startswith(start) and room not in rooms:
            return f'is only for {", ".join(sorted(rooms))}'
    return None


def find_breaches(source):
    """Returns a sentence for every include under @source that breaks the rule."""
    files = sorted(path for path in source.rglob('*') if path.suffix in ('.c', '.h'))
    owners = {}
    for path in files:
        if path.suffix == '.h':
            owners.setdefault(path.name, set()).add(room_of(source, path))

    breaches = []
    for path in files:
        room = room_of(source, path)
        if room not in ALLOWED:
            breaches.append(f'{path.relative_to(source)}: the room {room}/ is not in the table')
            continue
        for match in INCLUDE.finditer(path.read_text(encoding='utf-8')):
            own, system, other = match.groups()
            if own is not None:
                wrong = judge_own(source, owners, room, own)
            elif system is not None:
                wrong = judge_system(owners, room, system)
            else:
                wrong = 'is not a plain name'
            if wrong:
                breaches.append(f'{path.relative_to(source)}: {own or system or other} {wrong}')
    return breaches


class Tree(unittest.TestCase):
    def test_every_include_follows_the_rule(self):
        self.assertEqual(find_breaches(tree.SOURCE), [])

    def test_there_is_something_to_check(self):
        self.assertGreater(len(tree.source_files('.c', '.h')), 10)

    def test_the_table_points_one_way(self):
        for room, others in ALLOWED.items():
            for other in others:
                self.assertNotIn(room, ALLOWED[other], f'{room} and {other}')


class Samples(unittest.TestCase):
    """A check that never fails would be worth nothing."""

    def breaches(self, path, line):
        with tempfile.TemporaryDirectory() as name:
            source = Path(name)
            for header in ('model/act-event.h', 'store/act-store.h', 'sync/act-session.h'):
                (source / header).parent.mkdir(exist_ok=True)
                (source / header).write_text('', encoding='utf-8')
            (source / path).parent.mkdir(exist_ok=True)
            (source / path).write_text(line + '\n', encoding='utf-8')
            (source / 'ui' ).mkdir(exist_ok=True)
            (source / 'ui' / 'meson.build').write_text("'act-resources'", encoding='utf-8')
            return find_breaches(source)

    def test_good(self):
        for path, line in (
                ('model/a.c', '#include "act-event.h"'),
                ('model/a.c', '#include "config.h"'),
                ('model/a.c', '#include <gio/gio.h>'),
                ('store/a.c', '#include <sqlite3.h>'),
                ('ui/a.c', '#include "act-session.h"'),
                ('ui/a.c', '#include "act-resources.h"'),
                ('ui/a.c', '#include <adwaita.h>'),
                ('main.c', '#include "act-event.h"')):
            with self.subTest(path=path, line=line):
                self.assertEqual(self.breaches(path, line), [])

    def test_bad(self):
        for path, line in (
                ('model/a.c', '#include "act-store.h"'),
                ('ui/a.c', '#include "act-store.h"'),
                ('main.c', '#include "act-session.h"'),
                ('store/a.c', '#include "act-session.h"'),
                ('store/a.c', '#include "../model/act-event.h"'),
                ('store/a.c', '  #  include "model/act-event.h"'),
                ('store/a.c', '#include <act-event.h>'),
                ('store/a.c', '#include <../model/act-event.h>'),
                ('store/a.c', '#include "act-nowhere.h"'),
                ('store/a.c', '#include HEADER'),
                ('ui/a.c', '#include <sqlite3.h>'),
                ('sync/a.c', '#include <libsoup/soup.h>'),
                ('ui/a.c', '#include <json-glib/json-glib.h>'),
                ('sync/a.c', '#include <libsecret/secret.h>'),
                ('text/a.c', '#include <gtk/gtk.h>'),
                ('cli/a.c', '#include <adwaita.h>'),
                ('store/act-event.h', '#include <glib.h>\n#include "act-event.h"'),
                ('attic/a.c', '#include <glib.h>')):
            with self.subTest(path=path, line=line):
                self.assertEqual(len(self.breaches(path, line)), 1)


if __name__ == '__main__':
    tap.main()
