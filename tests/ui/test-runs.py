#!/usr/bin/python3
"""Looks at integration runs and their history.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui.review import DARK
from actioned_ui.runs import HOSTILE, PERFORM, RunsCase


class Facts(RunsCase):
    def test_by_mouse(self):
        simulator, app, run = self.open_window_on_run()
        bill = simulator.get(f'bills/{run["entityId"]}')
        account = simulator.get(f'accounts/{bill["accountId"]}')
        for text in ('Named by the event', 'It ended with an error.', run['error'], run['destination'],
                     run['entityId'], self.exact(run['dtStarted']), self.exact(run['dtCompleted']), run['id']):
            app.find('label', text)
        app.find('status bar', 'Failed')
        app.find('label', lambda name: account['name'] in name and name.endswith('(Bill)'))
        app.find('button', 'Copy run ID').click()
        self.wait_clipboard(run['id'])
        self.screenshot('runs-facts')

        self.go_back(app)
        app.wait_gone('button', 'Replay…')

    def test_by_keyboard(self):
        simulator, app, events = self.open_events_window()
        i = self.first(events)
        app.key('ctrl+Home', *['Down'] * i, 'Return')
        app.find('button', 'Replay…')
        app.find('label', self.run_of(simulator, events[i])['id'])
        self.screenshot('runs-by-keyboard')

    def test_facts_by_keyboard(self):
        _, app, _ = self.open_window_on_run()
        self.focus(app, 'button', 'Show Log')
        app.key('Tab', 'Down')
        self.wait_for(lambda: app.focused().name.startswith('Entity: '), what='the focus on the entity')
        app.key('Tab')
        self.wait_for(lambda: app.focused().name == 'Copy entity ID', what='the focus on its button')

    def test_dark(self):
        _, app, _ = self.open_window_on_run(env=DARK)
        app.find('panel', 'History')
        self.screenshot('runs-dark')

    def test_record_in_the_other_system(self):
        _, app, _ = self.open_window_on_run(edits={
            'status': 'INVOICE_ALREADY_PAID', 'externalId': 'C-1',
            'url': 'https://acme.chargebee.com/d/invoices/1', 'dtStarted': '2026-03-03T13:00:00.000Z',
            'dtCompleted': '2026-03-03T13:01:12.400Z'})
        app.find('status bar', 'Invoice already paid')
        for text in ('acme.chargebee.com', 'https://acme.chargebee.com/d/invoices/1', 'C-1', '1 min 12 s'):
            app.find('label', text)
        self.wait_for(lambda: app.find('button', 'Open in Browser').has('sensitive'))
        self.screenshot('runs-record')

    def test_hostile(self):
        _, app, run = self.open_window_on_run(edits={
            'status': HOSTILE, 'error': HOSTILE + '\n' + 'x' * 5000, 'destination': HOSTILE,
            'externalId': HOSTILE, 'url': 'javascript:alert(1)', 'entityType': 'Bill'})
        app.find('status bar', lambda name: name.startswith('<b>bold</b> & [U+202E]gnp.exe ␇'))
        app.find('label', 'This status is not known here.')
        app.find('label', 'javascript:alert(1)')
        self.assertFalse(any(button.is_shown() for button in app.find_all('button', 'Open in Browser')))
        self.assertNotIn('\u202e', app.find('label', lambda name: name.endswith('xxx')).name)
        self.screenshot('runs-hostile')

    def test_other_runs(self):
        simulator, app, events = self.open_events_window()
        i = self.first(events)
        run = self.run_of(simulator, events[i])
        other = self.runs_of(simulator, run)[-1]
        self.edit_run(simulator, run, parentIntegrationRunId=other['id'], originalIntegrationRunId=other['id'])
        self.open_run(app, events, i)
        app.find('button', 'View Original Run')
        app.find('button', 'View Parent Run').click()
        app.find('label', self.exact(other['dtStarted']))
        app.find('status bar', 'Complete')
        self.screenshot('runs-parent')
        self.go_back(app)
        app.find('status bar', 'Failed')

    def test_not_named(self):
        simulator, app, events = self.open_events_window()
        n_open = len(events)
        facts = {'message': 'Something failed.', 'mystery': 'value'}
        self.add_events(simulator, count=1, eventName=PERFORM, m3terEvent=facts)
        app.key('F5')
        self.wait_listed(app, n_open + 1)
        app.key('ctrl+Home', 'Return')
        app.find('label', 'This event does not name its run')
        app.find('button', 'Open in Console')
        app.find('button', 'Copy JSON').click()
        self.assertIn('mystery', self.wait_clipboard(lambda text: 'mystery' in text))
        self.screenshot('runs-not-named')

    def test_latest(self):
        simulator, app, events = self.open_events_window()
        run = self.run_of(simulator, events[self.first(events)])
        facts = {'message': 'Something failed.', 'entityType': run['entityType'], 'entityId': run['entityId']}
        self.add_events(simulator, count=1, eventName=PERFORM, m3terEvent=facts)
        app.key('F5')
        self.wait_listed(app, len(events) + 1)
        app.key('ctrl+Home', 'Return')
        app.find('label', 'Latest run of this bill; it may not be the one that failed')
        app.find('label', self.runs_of(simulator, run)[0]['id'])

    def test_failing(self):
        simulator, app, events = self.open_events_window()
        self.set_faults(simulator, status_400=1)
        i = self.first(events)
        app.rows(i + 1)[i].find('button', 'View run').mouse_click()
        app.wait_text('The server refused this')
        self.screenshot('runs-error')
        self.set_faults(simulator, status_400=0)
        self.press_shown(app, 'Try Again')
        app.find('status bar', 'Failed')


class Narrow(RunsCase):
    def test_all(self):
        for env, look in ((None, 'light'), (DARK, 'dark')):
            simulator, app, events = self.open_events_window(env=env)
            run = self.run_of(simulator, events[self.first(events)])
            app.resize(360, 720)
            app.key('ctrl+Home', *['Down'] * self.first(events), 'Return')
            app.find('label', run['id'])
            self.wait_for(lambda: len(self.marks(app)) == len(self.runs_of(simulator, run)), what='the marks')
            self.screenshot(f'runs-narrow-{look}')
            app.find('status bar', 'Failed').scroll(12)
            self.screenshot(f'runs-narrow-{look}-facts')
            self.press_shown(app, 'Show Log')
            app.find('label', lambda name: name.startswith(f'  "id": "{run["id"][:20]}'), rows=True)
            self.screenshot(f'runs-narrow-{look}-log')
            app.stop()


class History(RunsCase):
    def test_by_mouse(self):
        simulator, app, run = self.open_window_on_run()
        runs = self.runs_of(simulator, run)
        self.wait_for(lambda: len(self.marks(app)) == len(runs), what='a mark for each run')
        marks = self.marks(app)
        self.assertTrue(marks[-1].endswith(': Failed, shown here'), marks)
        self.assertTrue(marks[0].endswith(': Complete'), marks)
        n_complete = sum(run['status'] == 'COMPLETE' for run in runs)
        app.find('label', f'{len(runs)} runs: {len(runs) - n_complete} failed, {n_complete} complete')
        self.assertIn(f'{len(runs)} runs: {marks[0]}, ', app.find('panel', 'History').description)

        self.history(app).find('button', marks[0]).click()
        app.find('label', self.exact(runs[-1]['dtStarted']))
        self.wait_for(lambda: self.marks(app)[0].endswith(', shown here'), what='the first mark as the current one')
        self.screenshot('runs-history')

        # Over the history the wheel scrolls the page, as it does elsewhere.
        heading = next(node for node in app.find_all('status bar', 'Complete') if node.is_shown())
        before = heading.extents()
        self.history(app).scroll(1)
        self.wait_for(lambda: heading.extents() != before, what='the page to scroll')

    def test_by_keyboard(self):
        simulator, app, run = self.open_window_on_run()
        runs = self.runs_of(simulator, run)
        self.wait_for(lambda: len(self.marks(app)) == len(runs), what='a mark for each run')
        self.focus(app, 'button', self.marks(app)[-1])
        app.key('Left')
        before = self.marks(app)[-2]
        self.wait_for(lambda: app.focused().name == before, what='the focus on the mark before')
        app.key('Return')
        app.find('label', self.exact(runs[1]['dtStarted']))

        # Tab goes to the marks once, and on.
        app.key('alt+Left')
        app.find('status bar', 'Failed')


class Offline(RunsCase):
    def test_from_the_store(self):
        simulator, app, events = self.open_events_window()
        i = self.first(events)
        run = self.run_of(simulator, events[i])
        self.open_run(app, events, i)
        self.wait_for(lambda: len(self.marks(app)) == len(self.runs_of(simulator, run)), what='the marks')
        n_marks = len(self.marks(app))
        self.go_back(app)
        simulator.stop()
        app.key('F5')
        app.wait_text(re.compile('^Offline'))
        self.open_run(app, events, i)
        app.find('label', run['id'], cap=30)
        app.find('status bar', re.compile('^As of '))
        app.find('status bar', re.compile('never sent later'), cap=30)
        self.assertFalse(app.find('button', 'Replay…').has('sensitive'))
        self.wait_for(lambda: len(self.marks(app)) == n_marks, what='the marks from the store')
        known = re.compile(f'^{n_marks} runs? known on this computer: ')
        app.find('label', known)
        self.assertRegex(app.find('panel', 'History').description, known)
        self.screenshot('runs-offline')

        # Back on the network, what is shown is read again by itself.
        simulator.start()
        self.edit_run(simulator, run, status='COMPLETE', error=None)
        app.key('F5')
        app.find('status bar', 'Complete', cap=30)
        self.wait_for(lambda: app.find('button', 'Replay…').has('sensitive'), what='Replay…')
        self.assertFalse(any(label.is_shown() for label in app.find_all('status bar', re.compile('^As of '))))


if __name__ == '__main__':
    tap.main()
