#!/usr/bin/python3
"""The engine is killed at any moment, on a server that misbehaves, and nothing is lost or sent twice.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later

ACTIONED_TORTURE_KILLS says how often the engine is killed and ACTIONED_TORTURE_SEED what happens when.
What is killed is a process of its own, so that nothing it does on its way out can help.
"""

import collections
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / 'ui' / 'actioned_ui'))

import tap  # noqa: E402
from simulator import Simulator  # noqa: E402

BUILD = Path(os.environ['ACTIONED_TEST_BUILD'])
ENGINE = BUILD / 'tests' / 'torture' / 'torture-engine'
SIMULATOR = BUILD / 'src' / 'actioned-simulator'
KILLS = int(os.environ.get('ACTIONED_TORTURE_KILLS', '12'))
SEED = int(os.environ.get('ACTIONED_TORTURE_SEED', '1'))

# Fewer than the engine reads in full each time, so that what somebody else did is found at once.
EVENTS = 1500

LONGEST_LIFE_S = 2

# Every how many calls each goes wrong.
FAULTS = {
    'status-429': 37, 'status-500': 31, 'drop': 41, 'cut': 43, 'slow': 53,
    'duplicate': 3, 'reorder': 4, 'empty-page': 11, 'change': 9,
    'lost-mark': 5, 'mark-503': 7, 'mark-429': 11, 'token-503': 6,
}


class Ordeal:
    """A server that misbehaves, and an engine that is started and killed on one store."""

    def __init__(self, folder, *arguments):
        self.folder = folder
        self.log = folder / 'marks'
        faults = [f'--fault={kind}:{every}' for kind, every in FAULTS.items()]
        self.simulator = Simulator(SIMULATOR, '--events', EVENTS, '--seed', SEED, '--latency-ms', 2,
                                   '--slow-ms', 200, '--token-life', 302, '--retention-days', 0,
                                   *faults, *arguments)

    def start_engine(self, *arguments, output):
        """Starts the engine in one of its ways."""
        environment = {**os.environ, **self.simulator.environment()}
        return subprocess.Popen([ENGINE, *map(str, arguments)], env=environment, stdout=output)

    def run_and_kill(self, chance, number):
        """Lets the engine work for a while that nobody knows."""
        with self.log.open('a', encoding='utf-8') as output:
            engine = self.start_engine('work', self.folder, SEED * 1000 + number, output=output)
            try:
                engine.wait(chance.uniform(0.02, LONGEST_LIFE_S))
            except subprocess.TimeoutExpired:
                engine.kill()
            return engine.wait()

    def settle(self):
        """Ends all faults, lets the engine end its work, and returns its events: id to actioned."""
        self.simulator.request('POST', '/_simulator/faults', {kind: 0 for kind in FAULTS})
        engine = self.start_engine('settle', self.folder, output=subprocess.PIPE)
        output, _ = engine.communicate(timeout=300)
        if engine.returncode != 0:
            raise AssertionError(f'The engine did not settle: {engine.returncode}')
        lines = (line.split() for line in output.decode().splitlines())
        return {event: word == 'actioned' for word, event in lines}

    def list_server(self):
        """The server's events: id to actioned."""
        events, token = {}, ''
        while token is not None:
            page = self.simulator.get('events?eventType=IntegrationEvent&includeActioned=true&pageSize=100' +
                                      (f'&nextToken={token}' if token else ''))
            events.update((event['id'], bool(event.get('dtActioned'))) for event in page['data'])
            token = page.get('nextToken') or None
        return events

    def read_told(self, word):
        """The ids that the engine told of with a word."""
        lines = (line.split() for line in self.log.read_text(encoding='utf-8').splitlines())
        return {line[1] for line in lines if line[0] == word}

    def close(self):
        """Ends the server."""
        self.simulator.stop()


class TortureTest(unittest.TestCase):
    """Each ordeal is one test."""

    def go_through(self, *arguments):
        """Kills the engine again and again, and compares what is left with the server."""
        chance = random.Random(SEED)
        folder = Path(tempfile.mkdtemp(prefix='actioned-torture-'))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        ordeal = Ordeal(folder, *arguments)
        self.addCleanup(ordeal.close)

        began = time.monotonic()
        for number in range(KILLS):
            self.assertEqual(ordeal.run_and_kill(chance, number), -signal.SIGKILL)
        tap.note(f'{KILLS} kills in {time.monotonic() - began:.0f} s')

        events = ordeal.settle()
        self.check_marks(ordeal)
        self.check_events(events, ordeal.list_server())
        self.check_store(folder)

    def check_marks(self, ordeal):
        """Every change reached the server once, and nothing that nobody wanted did."""
        sent = collections.Counter(entry['id'] for entry in ordeal.simulator.ledger())
        marked = ordeal.read_told('marked')
        tap.note(f'{len(marked)} events were marked')
        self.assertEqual({event: n for event, n in sent.items() if n != 1}, {})
        self.assertEqual(marked - sent.keys(), set())
        self.assertEqual(sent.keys() - ordeal.read_told('marking'), set())
        self.assertGreater(len(marked), KILLS // 4)

    def check_events(self, here, there):
        """The store has what the server has."""
        self.assertEqual(there.keys() - here.keys(), set())
        self.assertEqual(here.keys() - there.keys(), set())
        self.assertEqual({event for event in there if here[event] != there[event]}, set())
        self.assertGreater(len(there), EVENTS)

    def check_store(self, folder):
        """The file is sound, and what is counted along with changes is what is there."""
        path, = folder.glob('*.db')
        database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
        self.addCleanup(database.close)
        self.assertEqual(database.execute('PRAGMA integrity_check').fetchall(), [('ok',)])
        self.assertEqual(database.execute('PRAGMA foreign_key_check').fetchall(), [])
        self.assertEqual(
            database.execute('SELECT kind, status, count FROM tally WHERE count <> 0 ORDER BY 1, 2').fetchall(),
            database.execute('SELECT kind, status, count(*) FROM state GROUP BY 1, 2 ORDER BY 1, 2').fetchall())
        self.assertEqual(database.execute('SELECT count(*) FROM outbox WHERE state <> 4').fetchall(), [(0,)])
        self.assertEqual(list(folder.glob('*damaged*')), [])

    def test_killed(self):
        self.go_through()

    def test_killed_with_pages_that_shift(self):
        self.go_through('--offset-cursor')


if __name__ == '__main__':
    tap.main()
