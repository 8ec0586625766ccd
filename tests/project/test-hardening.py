#!/usr/bin/python3
"""Reads the programs as the linker left them, and says which protection they lack.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later

ACTIONED_TEST_PROGRAMS names them, with colons between. They leave most work to GLib and have no call
that the C library could check, so ACTIONED_TEST_PROBE names one that has. ACTIONED_TEST_FORTIFIED is 0 for a build that does not optimise, and one with sanitizers: these check
what the C library is asked to do in their own way.
"""

import os
import re
import signal
import subprocess
import unittest

import tree  # noqa: F401 (shows the way to tap)
import tap

FORTIFIED = os.environ.get('ACTIONED_TEST_FORTIFIED', '1') == '1'


class Hardening(unittest.TestCase):
    """Each test looks at every program that is installed, in what readelf says of it."""

    programs = os.environ.get('ACTIONED_TEST_PROGRAMS', '').split(':')

    def assert_all(self, what, pattern, found=True):
        """Holds that what readelf says of one part of each program has a pattern, or has not."""
        for program in self.programs:
            said = subprocess.run(['readelf', '--wide', what, program], check=True, capture_output=True, text=True,
                                  env={**os.environ, 'LC_ALL': 'C'}).stdout
            self.assertEqual(re.search(pattern, said) is not None, found, f'{pattern} in {program}')

    def test_can_be_placed_anywhere(self):
        self.assert_all('--file-header', r'Type:\s+DYN')
        self.assert_all('--dynamic', r'\(FLAGS_1\).*\bPIE\b')

    def test_what_is_linked_is_fixed_at_start(self):
        self.assert_all('--program-headers', r'GNU_RELRO')
        self.assert_all('--dynamic', r'\(FLAGS(_1)?\).*\b(BIND_)?NOW\b')

    def test_data_is_not_executed(self):
        self.assert_all('--program-headers', r'GNU_STACK(\s+0x[0-9a-f]+){5}\s+RW\s')
        self.assert_all('--program-headers', r'LOAD(\s+0x[0-9a-f]+){5}\s+RWE', False)

    def test_libraries_come_from_the_system(self):
        self.assert_all('--dynamic', r'\((RPATH|RUNPATH|TEXTREL)\)', False)

    def test_a_smashed_stack_is_noticed(self):
        self.assert_all('--dyn-syms', r'__stack_chk_fail')

    @unittest.skipUnless(FORTIFIED, 'this build does not optimise, or has sanitizers')
    def test_sizes_are_checked_in_the_c_library(self):
        probe = os.environ['ACTIONED_TEST_PROBE']
        self.assertEqual(subprocess.run([probe, 'short'], check=True, capture_output=True).stdout, b'short\n')
        # It dies before it comes back from the call, whose damage the stack protector would find later.
        result = subprocess.run([probe, 'much too long'], check=False, capture_output=True)
        self.assertEqual(result.returncode, -signal.SIGABRT)
        self.assertIn(b'buffer overflow detected', result.stderr)


if __name__ == '__main__':
    tap.main()
