"""The keyring of the session, which does what a test tells it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess

#: Makes the program ask the session's keyring, not a file, for the environment.
ASK_SESSION = {'SECRET_BACKEND': 'service'}


class Keyring:
    """Is on the session bus from `Keyring ()` to `stop ()`. The user's answers are set beforehand."""

    def __init__(self):
        self.process = subprocess.Popen([os.environ['ACTIONED_TEST_KEYRING']], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != 'ready':
            raise AssertionError('The keyring did not start')

    def tell(self, *words):
        """Gives it a command (see the program), and returns what it answers."""
        self.process.stdin.write(' '.join(words) + '\n')
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip('\n')

    def add(self, simulator):
        """Puts the secret of a simulator's key in."""
        self.tell('add', simulator.base_url, simulator.org_id, simulator.api_key, simulator.api_secret)

    def lock(self, answer):
        """Locks it. The user's answer to its question is 'open' or 'dismiss', or 'none' yet."""
        self.tell('lock')
        self.tell('answer', answer)

    def stop(self):
        """Takes it off the bus."""
        if self.process.poll() is None:
            self.process.stdin.close()
            self.process.wait(10)
        self.process.stdout.close()
