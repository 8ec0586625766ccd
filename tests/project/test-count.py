#!/usr/bin/python3
"""Holds that the count of tests sees every way to fail.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import importlib.machinery
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from xml.sax.saxutils import escape

import tree
import tap


def load(path):
    """Loads a script that has no suffix as a module."""
    loader = importlib.machinery.SourceFileLoader(path.name.replace('-', '_'), str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


SCRIPT = tree.ROOT / 'scripts' / 'lib' / 'count-tests'
count = load(SCRIPT).count
GOOD = '<testcase name="1 a"/>'
BAD = '<testcase name="2 b"><failure/></testcase>'
SKIPPED = '<testcase name="3 c"><skipped/></testcase>'


class Count(unittest.TestCase):
    def check(self, suites, results, expected):
        junit = ''.join(f'<testsuite name="p.{name}">{cases}</testsuite>'
                        for name, cases in suites.items())
        log = '\n'.join(json.dumps({'name': name, 'result': result})
                        for name, result in results.items())
        self.assertEqual(count(f'<testsuites>{junit}</testsuites>', log), expected)

    def test_sub_tests_are_counted(self):
        self.check({'x': GOOD + GOOD + SKIPPED}, {'x': 'OK'}, (2, 0, 1))
        self.check({'x': GOOD + BAD}, {'x': 'ERROR'}, (1, 1, 0))
        self.check({'x': BAD + BAD, 'y': GOOD}, {'x': 'ERROR', 'y': 'OK'}, (1, 2, 0))

    def test_programs_without_sub_tests(self):
        cases = '<testcase name="x"/><testcase name="y"><error/></testcase>'
        self.check({'p': cases}, {'x': 'OK', 'y': 'FAIL'}, (1, 1, 0))

    def test_a_program_that_fails_after_its_sub_tests(self):
        for result in ('ERROR', 'FAIL', 'TIMEOUT', 'INTERRUPT', 'UNEXPECTEDPASS'):
            with self.subTest(result=result):
                self.check({'x': GOOD}, {'x': result}, (1, 1, 0))
                self.check({'x': GOOD, 'y': BAD + BAD}, {'x': result, 'y': 'ERROR'}, (1, 3, 0))

    def test_a_program_that_is_in_one_log_only(self):
        self.check({}, {'x': 'ERROR'}, (0, 1, 0))

    def test_nothing_ran(self):
        self.check({}, {}, (0, 0, 0))

    def test_characters_that_xml_forbids(self):
        for character in ('\0', '\1', '\b', '\x1b', '\x1f', '\ufffe', '\uffff', '\ud800', '\x7f', 'é'):
            with self.subTest(character=character):
                printed = f'<system-out>a{character}b</system-out>'
                self.check({'x': GOOD + BAD + printed}, {'x': 'ERROR'}, (1, 1, 0))
                self.check({'x': f'<testcase name="a{character}b"/>'}, {'x': 'OK'}, (1, 0, 0))

    def test_text_that_looks_like_a_log(self):
        # meson escapes what tests print; it is text and no case, even where it says so.
        printed = escape(f'<testsuite name="p.z">{BAD}</testsuite> ]]> <!-- &#0; "1 passed, 9 failed"')
        for tag in ('system-out', 'system-err'):
            with self.subTest(tag=tag):
                self.check({'x': f'{GOOD}<{tag}>{printed}</{tag}>'}, {'x': 'OK'}, (1, 0, 0))

    def test_logs_that_cannot_be_parsed(self):
        for junit, log, expected in (
                ('<testsuites><testsuite', '', (0, 1, 0)),
                ('no XML at all', '{"name": "x", "result": "FAIL"}', (0, 2, 0)),
                ('<testsuites>&#0;</testsuites>', '', (0, 1, 0)),
                ('<testsuites/>', '{"name": "x", "res', (0, 1, 0)),
                ('<testsuites/>', '[]\n{}\n1', (0, 3, 0)),
                ('', '', (0, 0, 0))):
            with self.subTest(junit=junit, log=log):
                said = io.StringIO()
                with contextlib.redirect_stderr(said):
                    self.assertEqual(count(junit, log), expected)
                self.assertEqual('counts as a failure' in said.getvalue(), expected != (0, 0, 0))


class Program(unittest.TestCase):
    """What comes out is read by line: the numbers, alone and last."""

    def run_script(self, junit, log, *arguments, setup=''):
        with tempfile.TemporaryDirectory() as name:
            if junit is not None:
                (Path(name) / f'testlog{setup}.junit.xml').write_bytes(junit)
            if log is not None:
                (Path(name) / f'testlog{setup}.json').write_bytes(log)
            result = subprocess.run([sys.executable, SCRIPT, name, *arguments], text=True,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            return result.returncode, result.stdout.splitlines()

    def check(self, junit, log, arguments, status, last, *said):
        code, lines = self.run_script(junit, log, *arguments)
        self.assertEqual((code, lines[-1]), (status, last))
        for words, line in zip(said, lines, strict=True):
            self.assertIn(words, line)

    def suite(self, cases):
        return b'<testsuites><testsuite name="p.x">' + cases + b'</testsuite></testsuites>'

    def test_any_bytes(self):
        junit = self.suite(b'<testcase name="a"/><system-err>\x00\xff\x1b[0m\xc3</system-err>')
        self.check(junit, b'{"name": "x", "result": "OK", "stdout": "\xff"}', [], 0,
                   '1 passed, 0 failed', '1 passed')

    def test_a_torn_log(self):
        self.check(b'<testsuites><testsuite name=', b'', [], 1, '0 passed, 1 failed', 'JUnit', '0 passed')

    def test_no_logs(self):
        self.check(None, None, [], 1, '0 passed, 0 failed', 'junit', 'json', '0 passed')
        self.check(None, None, ['1'], 1, '0 passed, 1 failed', 'junit', 'json', 'ended with 1', '0 passed')

    def test_a_status_that_no_test_explains(self):
        good = self.suite(GOOD.encode())
        self.check(good, b'', ['0'], 0, '1 passed, 0 failed', '1 passed')
        self.check(good, b'', ['130'], 1, '1 passed, 1 failed', 'ended with 130', '1 passed')
        self.check(self.suite(BAD.encode()), b'', ['1'], 1, '0 passed, 1 failed', '0 passed')

    def test_a_set_up_with_a_name(self):
        code, lines = self.run_script(self.suite((GOOD + BAD).encode()), b'', '1', setup='-valgrind')
        self.assertEqual((code, lines), (1, ['1 passed, 1 failed']))

    def test_skipped_tests_are_told_apart(self):
        self.check(self.suite((GOOD + SKIPPED).encode()), b'', [], 0, '1 passed, 0 failed',
                   '1 skipped', '1 passed')


# Stand-ins that do nothing, or fail at the step that FAIL names. Each acts by the name it is called.
STAND_IN = """#!/bin/bash
step=build
case "$(basename "$0") ${1:-}" in
  dpkg-query*) for package; do echo "installed $package"; done; exit ;;
  'meson setup') step=setup ;;
  'meson test')
    step=test
    printf '<testsuites><testsuite><testcase name="x"/></testsuite></testsuites>' > "$LOG"
    ;;
esac
[ "$FAIL" != cut ] || printf '<' > "$LOG"
[ "$FAIL" != "$step" ] || { echo "$step went wrong" >&2; exit 3; }
"""


class Runner(unittest.TestCase):
    """scripts/test ends with the numbers, wherever it ends."""

    def run_tests(self, fail):
        with tempfile.TemporaryDirectory() as name:
            root, tools = Path(name), Path(name) / 'tools'
            shutil.copytree(tree.ROOT / 'scripts', root / 'scripts')
            log = root / 'build' / 'meson-logs' / 'testlog.junit.xml'
            log.parent.mkdir(parents=True)
            tools.mkdir()
            if fail == 'sourcing':
                (root / 'scripts' / 'lib' / 'set-up.sh').unlink()
            for tool in ('dpkg-query', 'apt-get', 'meson', 'ninja'):
                (tools / tool).write_text(STAND_IN, encoding='utf-8')
                (tools / tool).chmod(0o755)
            env = {**os.environ, 'PATH': f'{tools}:{os.environ["PATH"]}', 'FAIL': fail, 'LOG': str(log)}
            result = subprocess.run([root / 'scripts' / 'test'], env=env, text=True, check=False,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            return result.returncode != 0, result.stdout.splitlines()[-1]

    def test_last_line(self):
        for fail, expected in (('nowhere', (False, '1 passed, 0 failed')),
                               ('sourcing', (True, '0 passed, 1 failed')),
                               ('setup', (True, '0 passed, 1 failed')),
                               ('build', (True, '0 passed, 1 failed')),
                               ('test', (True, '1 passed, 1 failed')),
                               ('cut', (True, '0 passed, 1 failed'))):
            with self.subTest(fail=fail):
                self.assertEqual(self.run_tests(fail), expected)


if __name__ == '__main__':
    tap.main()
