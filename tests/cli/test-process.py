#!/usr/bin/python3
"""What others can see of a running command: neither its secret nor its memory.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

PROGRAM = os.environ['ACTIONED_TEST_PROGRAM']
SECRETS = {name: f'canary-{number}-of-the-environment' for number, name in enumerate(
    ('ACTIONED_API_SECRET', 'M3TER_API_SECRET', 'ACTIONED_API_TOKEN', 'M3TER_API_TOKEN'))}
NOBODY = 65534


class Process(unittest.TestCase):
    """A command that waits for a server which has taken its call and does not answer."""

    def setUp(self):
        # Root may look at everything, so what is tested then is another account.
        self.account = {'user': NOBODY, 'group': NOBODY, 'extra_groups': []} if os.geteuid() == 0 else {}
        home = tempfile.TemporaryDirectory(prefix='actioned-process-')
        self.addCleanup(home.cleanup)
        self.home = Path(home.name)
        if self.account:
            os.chown(self.home, NOBODY, NOBODY)
        if not self.can_run():
            self.skipTest('The account of nobody cannot run the program')
        self.server = socket.create_server(('127.0.0.1', 0))
        self.addCleanup(self.server.close)

    def environment(self):
        return {**os.environ, **SECRETS,
                'HOME': str(self.home),
                **{f'XDG_{name}_HOME': str(self.home / name.lower()) for name in ('CACHE', 'CONFIG', 'DATA', 'STATE')},
                'ACTIONED_BASE_URL': f'http://127.0.0.1:{self.server.getsockname()[1]}',
                'ACTIONED_ORG_ID': 'acme', 'ACTIONED_API_KEY': 'key', 'G_MESSAGES_DEBUG': 'all'}

    def can_run(self):
        try:
            return subprocess.run([PROGRAM, '--version'], stdout=subprocess.DEVNULL, check=False, cwd=self.home,
                                  **self.account).returncode == 0
        except OSError:
            return False

    def start(self):
        """Starts a command, and returns it when it has sent its secret."""
        log = open(self.home / 'log', 'wb')
        self.addCleanup(log.close)
        process = subprocess.Popen([PROGRAM, 'sync'], env=self.environment(), cwd=self.home, stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=log, umask=0, **self.account)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        connection, _ = self.server.accept()
        self.addCleanup(connection.close)
        self.assertIn(b'Authorization: Basic', connection.recv(65536))
        return process

    def look(self, process, name):
        """Reads a file of /proc as another process of the same user does."""
        return subprocess.run(['cat', f'/proc/{process.pid}/{name}'], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False, **self.account)

    def test_nobody_reads_it(self):
        process = self.start()
        self.assertEqual(self.look(process, 'cmdline').returncode, 0)
        for name in ('environ', 'mem', 'maps', 'auxv'):
            with self.subTest(name=name):
                self.assertNotEqual(self.look(process, name).returncode, 0)

    def test_no_core_is_dumped(self):
        limits = self.look(self.start(), 'limits').stdout.decode()
        core = next(line for line in limits.splitlines() if line.startswith('Max core file size'))
        self.assertEqual(core.split()[4:6], ['0', '0'])

    def test_files_are_private(self):
        """Whatever the user's umask is."""
        self.start()
        folder = self.home / 'data' / 'actioned'
        paths = [folder, *folder.rglob('*')]
        self.assertEqual([path for path in paths if path.stat().st_mode & 0o077], [])
        self.assertGreaterEqual({path.suffix for path in paths}, {'.db', '.db-wal', '.db-shm', '.lock', '.ini'})

    def test_secrets_are_nowhere(self):
        process = self.start()
        # Only who may look at everything can see this; to the others, the file is closed.
        seen = self.look(process, 'cmdline').stdout + self.look(process, 'comm').stdout
        if os.geteuid() == 0:
            seen += Path(f'/proc/{process.pid}/environ').read_bytes()
            self.assertIn(b'ACTIONED_ORG_ID=acme', seen)
        seen += (self.home / 'log').read_bytes()
        for path in self.home.rglob('*'):
            if path.is_file():
                seen += path.read_bytes()
        for secret in SECRETS.values():
            self.assertNotIn(secret.encode(), seen)


if __name__ == '__main__':
    tap.main()
