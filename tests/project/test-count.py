#!/usr/bin/python3
"""Holds that the count of tests sees every way to fail.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import importlib.machinery
import importlib.util
import json
import unittest

import tree
import tap


def load(path):
    """Loads a script that has no suffix as a module."""
    loader = importlib.machinery.SourceFileLoader(path.name.replace('-', '_'), str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


count = load(tree.ROOT / 'scripts' / 'lib' / 'count-tests').count
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


if __name__ == '__main__':
    tap.main()
