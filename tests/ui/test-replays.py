#!/usr/bin/python3
"""Runs an integration again, and sees what becomes of it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui.runs import RunsCase


class Replays(RunsCase):
    def test_to_its_end(self):
        simulator, app, run = self.open_window_on_run()
        button = app.find('button', 'Replay…')
        self.wait_for(lambda: button.has('sensitive'), what='Replay…')
        button.click()
        app.find('label', 'Replay This Run?')
        app.find('label', f'The bill may be sent to {run["destination"]} a second time.')
        self.screenshot('runs-replay-question')

        # Nothing is sent before the answer.
        self.assertEqual(self.replays(simulator), [])
        app.key('Escape')
        self.wait_no_dialog(app)
        self.assertEqual(self.replays(simulator), [])

        self.replay(app)
        app.find('button', 'View New Run')
        self.screenshot('runs-replay-following')
        app.find('status bar', re.compile('^Replay: (Complete|Failed|Not authorized)$'), cap=30)
        self.assertEqual(len(self.replays(simulator)), 1)
        runs = self.runs_of(simulator, run)
        self.assertEqual(runs[0]['originalIntegrationRunId'], run['id'])
        self.wait_for(lambda: len(self.marks(app)) == len(runs), what='a mark for the new run')
        self.screenshot('runs-replay-ended')

        app.find('button', 'View New Run').click()
        app.find('label', runs[0]['id'])
        app.find('button', 'View Original Run')

    def test_then_marked(self):
        simulator, app, run = self.open_window_on_run()
        self.replay(app)
        new = self.wait_for(lambda: self.replays(simulator), what='the replay')[0]['id']
        self.edit_run(simulator, {'id': new}, status='COMPLETE', error=None, dtCompleted='2026-03-03T14:01:00.000Z')
        app.find('status bar', 'Replay: Complete', cap=30)
        app.find('button', re.compile('^Mark .* as Actioned$'))
        self.screenshot('runs-replay-complete')
        self.press_shown(app, re.compile('^Mark .* as Actioned$'))
        app.find('status bar', re.compile('marked as actioned|Marked'))
        self.screenshot('runs-replay-marked')
        self.wait_for(lambda: [entry for entry in simulator.ledger() if entry['path'].endswith('/actioned')], 30,
                      'the mark on the server')

    def test_cancelled(self):
        simulator, app, _ = self.open_window_on_run()
        button = app.find('button', 'Replay…')
        self.wait_for(lambda: button.has('sensitive'), what='Replay…')
        button.mouse_click()
        app.find('label', 'Replay This Run?')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_for(lambda: app.focused() == button, what='the focus where it was')
        self.assertEqual(self.replays(simulator), [])

    def test_twice(self):
        simulator, app, _ = self.open_window_on_run()
        button = app.find('button', 'Replay…')
        self.wait_for(lambda: button.has('sensitive'), what='Replay…')
        button.mouse_click(count=2)
        app.find('label', 'Replay This Run?')
        self.assertEqual(len(app.windows()), 2)
        self.dialog(app).find('button', 'Replay').click()
        app.find('button', 'View New Run')
        app.find('status bar', re.compile('^Replay: (Complete|Failed)'), cap=30)
        self.assertEqual(len(self.replays(simulator)), 1)

    def test_forbidden(self):
        simulator, app, _ = self.open_window_on_run()
        self.set_faults(simulator, write_403=1)
        self.replay(app)
        app.find('status bar', 'Your key may not change this. Ask an administrator.')
        self.assertFalse(app.find('button', 'Replay…').has('sensitive'))
        self.screenshot('runs-replay-forbidden')
        self.set_faults(simulator, write_403=0)
        app.find('button', 'Check Again').click()
        self.replay(app)
        app.find('button', 'View New Run')
        self.assertEqual(len(self.replays(simulator)), 1)

    def test_missing(self):
        simulator, app, _ = self.open_window_on_run()
        self.set_faults(simulator, write_404=1)
        self.replay(app)
        app.find('status bar', 'This API cannot replay runs. The Console may be able to.')
        app.wait_gone('button', 'Replay…')
        app.find('button', 'Open in Console')
        self.screenshot('runs-replay-missing')

    def test_answer_lost(self):
        simulator, app, run = self.open_window_on_run('--run-ms', '4000')
        self.set_faults(simulator, lost_write=1)
        self.replay(app)
        app.find('label', 'The replay may have started')
        self.wait_for(lambda: len(self.replays(simulator)) == 1, what='the replay')
        # The new run is found in the history and followed.
        app.find('button', 'View New Run')
        self.screenshot('runs-replay-lost')
        app.find('status bar', re.compile('^Replay: (Complete|Failed)'), cap=30)
        self.assertEqual(len(self.replays(simulator)), 1)
        self.assertEqual(len(self.marks(app)), len(self.runs_of(simulator, run)))

    def test_answer_lost_and_offline(self):
        simulator, app, _ = self.open_window_on_run()
        button = app.find('button', 'Replay…')
        self.wait_for(lambda: button.has('sensitive'), what='Replay…')
        button.click()
        app.find('label', 'Replay This Run?')
        self.set_faults(simulator, lost_write=1, status_503=1)
        self.dialog(app).find('button', 'Replay').click()
        app.find('button', 'Read the Runs Again', cap=60)
        self.assertFalse(app.find('button', 'Replay…').has('sensitive'))
        self.screenshot('runs-replay-lost-unread')
        self.set_faults(simulator, lost_write=0, status_503=0)
        app.find('button', 'Read the Runs Again').click()
        self.wait_for(lambda: app.find('button', 'Replay…').has('sensitive') or
                      app.look('button', 'View New Run'), 30, 'Replay…')

    def test_not_ended(self):
        simulator, app, run = self.open_window_on_run(edits={'status': 'STARTED', 'dtCompleted': None, 'error': None})
        app.find('status bar', 'This run has not ended yet, so it cannot be replayed.')
        self.assertFalse(app.find('button', 'Replay…').has('sensitive'))
        app.find('status bar', 'Running')
        self.screenshot('runs-running')

        # The page follows it to its end.
        self.edit_run(simulator, run, status='COMPLETE', error=None)
        app.find('status bar', 'Complete', cap=30)
        self.wait_for(lambda: app.find('button', 'Replay…').has('sensitive'), what='Replay…')

    def test_refused_by_the_server(self):
        simulator, app, run = self.open_window_on_run()
        self.set_faults(simulator, write_400=1)
        self.replay(app)
        app.find('label', re.compile('refused|did not accept|not accepted'))
        self.screenshot('runs-replay-refused')
        self.set_faults(simulator, write_400=0)
        self.wait_for(lambda: app.find('button', 'Replay…').has('sensitive'), what='Replay…')
        self.assertEqual(self.replays(simulator), [])


if __name__ == '__main__':
    tap.main()
