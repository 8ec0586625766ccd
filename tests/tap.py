"""Runs the unittest cases of a program and reports them as TAP, for meson.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later

A test program ends with

    if __name__ == '__main__':
        tap.main()

Words on its command line choose the tests whose names contain one of them.
"""

import sys
import traceback
import unittest


def note(text):
    """Tells something about a failure. Not as a TAP comment, since meson does not show these."""
    print(text, file=sys.stderr, flush=True)


class _Result(unittest.TestResult):
    """Prints a line for each test as it ends."""

    def __init__(self):
        super().__init__()
        self.good = True
        self.problem = None
        self.skip_reason = None

    def startTest(self, test):
        super().startTest(test)
        self.problem = None
        self.skip_reason = None

    def _remember(self, error):
        self.problem = ''.join(traceback.format_exception(*error))

    def addError(self, test, err):
        super().addError(test, err)
        self._remember(err)
        if not isinstance(test, unittest.TestCase):
            # A class could not be set up: none of its tests starts, so this speaks for them.
            self.stopTest(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._remember(err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            note(subtest)
            self._remember(err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.skip_reason = reason

    def stopTest(self, test):
        super().stopTest(test)
        name = test.id().replace('__main__.', '').replace('#', '')
        if self.problem:
            self.good = False
            note(self.problem)
            print('not ok', self.testsRun or 1, name, flush=True)
        elif self.skip_reason is not None:
            print('ok', self.testsRun, name, '# SKIP', self.skip_reason, flush=True)
        else:
            print('ok', self.testsRun, name, flush=True)


def _flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from _flatten(test)
        else:
            yield test


def main():
    """Runs the tests of the main module and exits; with 1 when one failed or there was none."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    words = sys.argv[1:]
    tests = [test for test in _flatten(suite)
             if not words or any(word in test.id() for word in words)]
    result = _Result()
    unittest.TestSuite(tests).run(result)
    print(f'1..{result.testsRun}', flush=True)
    sys.exit(0 if result.good and result.testsRun else 1)
