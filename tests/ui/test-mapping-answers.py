#!/usr/bin/python3
"""Adds a mapping while the server does not answer, or its answer is lost.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui.mapping import KIND, LACKING, MappingCase
from actioned_ui.review import NOW


class MappingAnswers(MappingCase):
    def test_lost_answer(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.set_faults(simulator, lost_write=1)
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.assert_only_mapping(simulator, account, 'cus_1')
        self.assertEqual(len(self.writes(simulator)), 1)

    def test_uncertain(self):
        simulator, app, account, _ = self.open_on_event('--latency-ms', '1000')
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.set_faults(simulator, lost_write=1)
        self.submit(dialog)
        self.wait_for(lambda: self.writes(simulator), what='the mapping on the server')
        self.set_faults(simulator, status_503=1)
        dialog.find('label', 'It may have been created', cap=60)
        self.photograph(app, 'mapping-uncertain')
        self.assertIsNone(dialog.look('button', 'Create'))
        self.button(dialog, 'Look Again').mouse_click()
        self.wait_sensitive(dialog, 'Look Again')
        self.set_faults(simulator, status_503=0)
        self.wait_sensitive(dialog, 'Look Again').mouse_click()
        self.wait_result(dialog, 'Mapping Created')
        self.assertEqual(len(self.writes(simulator)), 1)
        self.assert_only_mapping(simulator, account, 'cus_1')

    def test_offline(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        self.entry(dialog).set_text('cus_1')
        self.wait_sensitive(dialog, 'Create')
        simulator.stop()
        self.submit(dialog)
        self.wait_for(lambda: self.problem(dialog), what='the problem')
        self.button(dialog, 'Create When Online')
        self.photograph(app, 'mapping-offline')
        self.submit(dialog, 'Create When Online')
        self.wait_result(dialog, 'Waiting for the Server')
        self.photograph(app, 'mapping-queued')
        self.button(dialog, 'Close').mouse_click()
        self.wait_no_dialog(app)
        self.wait_header(app, '1 change waiting')
        simulator.start()
        app.key('F5')
        self.wait_for(lambda: self.writes(simulator), 30, 'the mapping on the server')
        self.wait_header_without(app, 'waiting')
        self.assertEqual(len(self.writes(simulator)), 1)
        self.assert_only_mapping(simulator, account, 'cus_1')

    def test_offline_from_the_start(self):
        simulator, app, account, _ = self.open_on_event()
        dialog = self.open_form(app)
        old = self.mappings_of(simulator, account['id'])
        dialog.find('status bar', re.compile('^[0-9]+ records$'))
        app.key('Escape')
        self.wait_no_dialog(app)
        simulator.stop()

        # What was seen once is known, and says as of when.
        app.rows(1)[0].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        self.button(dialog, 'Create When Online')
        dialog.find('label', account['name'])
        dialog.find(None, re.compile('^As of .* kept on this computer'))
        for mapping in old:
            dialog.find('list item', re.compile(f'^{mapping["externalId"]}, '))
        dialog.find('status bar', re.compile('^[0-9]+ records$'))
        dialog.find('status bar', re.compile('^The server cannot be reached. The mapping can wait here'))
        self.wait_sensitive(dialog, 'Create When Online', False)
        self.photograph(app, 'mapping-offline-from-the-start')

    def test_replay(self):
        simulator = self.start_simulator('--events', '120', '--now', NOW, '--run-ms', '300')
        account = self.accounts(simulator)[LACKING]
        self.add_events(simulator, eventName=KIND, account=LACKING, count=6)
        events = self.open_events(simulator)
        at = next(i for i, event in enumerate(events)
                  if 'Chargebee' in str(event) and account['id'] in str(event) and event['eventName'] == KIND)
        app = self.open_window(simulator)
        self.wait_for(lambda: len(app.rows(150)) == self.n_open(app), what='all rows')
        app.rows(at + 1)[at].find('button', 'Add Mapping').mouse_click()
        dialog = self.dialog(app)
        self.button(dialog, 'Create')
        self.entry(dialog).set_text('cus_1')
        self.submit(dialog)
        self.wait_result(dialog, 'Mapping Created')
        self.button(dialog, 'Replay the Failed Run…').mouse_click()
        self.wait_sensitive(dialog, 'Replay…').click()
        question = self.wait_for(lambda: next((window for window in app.windows()
                                               if window.look('label', 'Replay This Run?')), None), what='the question')
        self.button(question, 'Replay').click()
        dialog.find('status bar', 'Replay: Complete', cap=30)
        self.screenshot('mapping-replayed')
        self.assertEqual(len([entry for entry in simulator.ledger() if 'integrationruns' in entry['path']]), 1)


if __name__ == '__main__':
    tap.main()
