"""What a person does with integration runs, and what the server is told to say about them.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
from datetime import datetime

from .review import ReviewCase

PERFORM = 'integration.perform.error'
HOSTILE = '<b>bold</b> & \u202egnp.exe \u0007 <a href="x">y</a>'


class RunsCase(ReviewCase):
    def open_run(self, app, events, i):
        """Opens the run of the event at a place in the list by the button of its row."""
        app.rows(i + 1)[i].find('button', 'View run').mouse_click()
        app.find('button', 'Replay…')

    def first(self, events, name=PERFORM, destination=None):
        """The place in the list of the first event of a kind."""
        return next(i for i, event in enumerate(events) if event['eventName'] == name and
                    destination in (None, self.facts_of(event).get('destination')))

    def run_of(self, simulator, event):
        """The run that an event names, as the server has it."""
        return simulator.get(f'integrationruns/{self.facts_of(event)["integrationRunId"]}')

    def open_window_on_run(self, *arguments, env=None, edits=None):
        """Opens a window and in it the run of the first event whose integration failed.

        @edits are what the server says about the run instead. Returns simulator, application, run.
        """
        simulator, app, events = self.open_events_window(*arguments, env=env)
        i = self.first(events)
        run = self.run_of(simulator, events[i])
        if edits:
            self.edit_run(simulator, run, **edits)
        self.open_run(app, events, i)
        return simulator, app, self.run_of(simulator, events[i])

    def edit_run(self, simulator, run, **members):
        """Lets the server say other things about a run."""
        status, answer = simulator.request('POST', f'/_simulator/integrationruns/{run["id"]}', members)
        self.assertEqual(status, 200, answer)

    def set_log(self, simulator, run, data=None, **what):
        """Gives a run another log: bytes, or a text of a size."""
        if data is not None:
            what['base64'] = base64.b64encode(data).decode()
        status, answer = simulator.request('POST', f'/_simulator/integrationruns/{run["id"]}/log', what)
        self.assertEqual(status, 200, answer)

    def exact(self, text):
        """A time of the server as facts are written."""
        time = datetime.fromisoformat(text.replace('Z', '+00:00'))
        return f'{time.day} {time:%B %Y, %H:%M:%S} UTC ({text})'

    def runs_of(self, simulator, run):
        """All runs of the same entity, newest first."""
        return simulator.get(f'integrationruns/{run["entityType"]}/{run["entityId"]}?pageSize=200')['data']

    def history(self, app):
        """The drawing of the history on the topmost page."""
        return self.wait_for(lambda: app.find_all('panel', 'History'), what='the history')[-1]

    def marks(self, app):
        """The names of the marks in the drawing of the history, from left to right."""
        return [mark.name for mark in self.history(app).find_all('button')]

    def go_back(self, app):
        """Goes back from a page of the details."""
        app.find('panel', 'Event Details').find('button', 'Back').click()

    def press_shown(self, app, name, cap=30):
        """Presses the button with this name that can be seen; others may be on pages below."""
        def find():
            return next((button for button in app.find_all('button', name) if button.is_shown()), None)
        self.wait_for(find, cap, f'the button {name!r}').click()

    def replay(self, app):
        """Asks to replay the run, and says yes."""
        button = app.find('button', 'Replay…')
        self.wait_for(lambda: button.has('sensitive'), what='Replay…')
        button.click()
        app.find('label', 'Replay This Run?')
        self.dialog(app).find('button', 'Replay').click()

    def replays(self, simulator):
        """The replays that the server was asked for."""
        return [entry for entry in simulator.ledger() if entry['path'].endswith('/replay')]
