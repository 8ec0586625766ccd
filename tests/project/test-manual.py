#!/usr/bin/python3
"""Holds the manual page and the completion against the commands and options that there are.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import shutil
import subprocess
import unittest

import tree
import tap

MANUAL = tree.ROOT / 'data' / 'actioned.1'
COMPLETION = tree.ROOT / 'data' / 'actioned.bash'
OPTION = re.compile(r'\{ "([a-z-]+)", 0, 0, G_OPTION_ARG')


def read(path):
    """The text of a file of the project."""
    return (tree.ROOT / path).read_text(encoding='utf-8')


def plain(roff):
    """The words of a manual page, with its hyphens as they are typed."""
    return roff.replace('\\-', '-')


def find_options():
    """Every option of the program and its commands."""
    sources = ['src/main.c', 'src/cli/act-command-arguments.c']
    return sorted({option for source in sources for option in OPTION.findall(read(source))})


def find_commands():
    """The names of the commands."""
    return re.findall(r'^  \{ "([a-z]+)",', read('src/cli/act-command.c'), re.MULTILINE)


def find_names(source, prefix):
    """The words that a table of a source has for the values of an enumeration."""
    return [word for word in re.findall(rf'\[{prefix}\w+\] = "([a-z]*)"', read(source)) if word]


class Manual(unittest.TestCase):
    def test_commands(self):
        text = plain(MANUAL.read_text(encoding='utf-8'))
        commands = find_commands()
        self.assertGreater(len(commands), 5)
        for command in commands:
            self.assertIn(f'\n.SY "actioned {command}"\n', text)
            self.assertIn(f'\n.B {command}\n', text)

    def test_options(self):
        text = plain(MANUAL.read_text(encoding='utf-8'))
        options = find_options()
        self.assertGreater(len(options), 8)
        documented = set(re.findall(r'^\.BI? (?:"?)--([a-z-]+)', text, re.MULTILINE))
        self.assertEqual(set(options) - documented, set())
        self.assertEqual(documented - set(options), {'help'})

    def test_searches(self):
        text = plain(MANUAL.read_text(encoding='utf-8'))
        fields = find_names('src/model/act-search.c', 'ACT_SEARCH_')
        self.assertGreater(len(fields), 12)
        for word in fields:
            self.assertRegex(text, rf'\b{word}\b')

    def test_variables(self):
        text = plain(MANUAL.read_text(encoding='utf-8'))
        names = re.findall(r'"(ACTIONED_[A-Z_]+)"', read('src/cli/act-connection-source.c'))
        self.assertEqual(len(names), 5)
        for name in names:
            self.assertIn(name, text)

    def test_exit_codes(self):
        text = MANUAL.read_text(encoding='utf-8')
        codes = re.findall(r'ACT_COMMAND_\w+ = (\d+)', read('src/cli/act-command.h'))
        self.assertEqual(len(codes), 4)
        for code in codes:
            self.assertIn(f'\n.B {code}\n', text)

    @unittest.skipUnless(shutil.which('groff'), 'groff is not there')
    def test_form(self):
        result = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-z', MANUAL],
                                capture_output=True, text=True, check=True, timeout=60)
        self.assertEqual(result.stderr, '')


class Completion(unittest.TestCase):
    def test_commands_and_options(self):
        text = COMPLETION.read_text(encoding='utf-8')
        for command in find_commands():
            self.assertRegex(text, rf'\b{command}\b')
        for option in find_options():
            self.assertIn(f'--{option}', text)

    @unittest.skipUnless(shutil.which('bash'), 'bash is not there')
    def test_completes(self):
        def complete(*words):
            script = (f'. "{COMPLETION}"; COMP_WORDS=({" ".join(words)!s}); '
                      f'COMP_CWORD={len(words) - 1}; COMPREPLY=(); _actioned; '
                      'printf "%s\\n" "${COMPREPLY[@]}"')
            result = subprocess.run(['bash', '--norc', '-c', script], capture_output=True, text=True,
                                    check=True, timeout=60)
            self.assertEqual(result.stderr, '')
            return result.stdout.split()

        self.assertEqual(complete('actioned', 'st'), ['status'])
        self.assertEqual(complete('actioned', 'list', '--se'), ['--search'])
        self.assertNotIn('--yes', complete('actioned', 'list', '--'))
        self.assertIn('--yes', complete('actioned', 'action', '--'))
        self.assertEqual(complete('actioned', 'export', '--format', 'j'), ['json'])


if __name__ == '__main__':
    tap.main()
