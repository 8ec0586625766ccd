#!/usr/bin/python3
"""Enables integrations that were disabled, from the list to what the server has, and lists them all.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase

KIND = 'integration.disabled.error'
TITLE = 'Re-enable'
MARK = re.compile(r'^Mark \d+ Events? as Actioned$')
DISABLED = 'Usage alerts'
SEARCH = 'Search Integrations'


class ReEnable(ReviewCase):
    # The world

    def configuration(self, simulator, name=DISABLED):
        """A configuration of the server, by its name."""
        return next(c for c in simulator.get('integrationconfigs?pageSize=200')['data'] if c['name'] == name)

    def edit(self, simulator, integration, /, **members):
        """Lets somebody else change an integration."""
        path = f'/_simulator/integrationconfigs/{self.configuration(simulator, integration)["id"]}'
        status, answer = simulator.request('POST', path, members)
        self.assertEqual(status, 200, answer)

    def add_event(self, simulator, app, kind=KIND, integration=DISABLED, **more):
        """Lets an event about an integration arrive, and refreshes."""
        configuration = self.configuration(simulator, integration)
        before = self.n_open(app)
        self.add_events(simulator, count=1, eventName=kind,
                        m3terEvent={'message': f'{integration} has an error.', 'integrationConfigId': configuration['id'],
                                    'destination': configuration['destination'], **more})
        app.key('F5')
        self.wait_listed(app, before + 1)

    def enabled(self, simulator):
        """The ids that were enabled on the server."""
        return [entry['id'] for entry in simulator.ledger() if entry['path'].endswith('/enable')]

    # The dialog

    def open_first(self, app):
        """Opens the follow-up of the first event by the keyboard."""
        app.key('ctrl+Home', 'Return')
        self.assertEqual(self.dialog(app).name, TITLE)

    def open_for(self, simulator, app, integration=DISABLED):
        """Lets an integration tell that it was disabled, and opens its follow-up."""
        self.add_event(simulator, app, integration=integration)
        self.open_first(app)

    def see(self, app, text, cap=15):
        """Waits until a person can read a text, whatever it is to assistive technology."""
        return self.wait_for(lambda: next((node for node in app.find_all(None, text) if node.is_shown()), None),
                             cap, f'the text {text!r}')

    def button(self, app, name, sensitive=True):
        """A button of the topmost window, once it can be pressed, or cannot."""
        def find():
            return next((button for button in app.windows()[-1].find_all('button', name)
                         if button.is_shown() and button.has('sensitive') == sensitive), None)
        return self.wait_for(find, what=f'a button {name!r}')

    def press(self, app, name):
        """Presses a button of the topmost window, once it can be."""
        self.button(app, name).click()

    def causes(self, app):
        """What the rows of the earlier errors are called, once they are there."""
        found = app.find('list', 'Earlier Errors')
        self.wait_for(lambda: found.children, what='the earlier errors')
        return [row.name for row in found.children]

    def confirm(self, app):
        """Says Re-enable to the question."""
        self.wait_for(lambda: len(app.windows()) == 3, what='the question')
        question = next(window for window in app.windows() if window.look('button', 'Cancel'))
        question.find('button', 'Re-enable').click()

    def tab_to(self, app, name):
        """Moves the focus by Tab to a button of the topmost window."""
        for _ in range(40):
            before = app.focused()
            if before is not None and before.name == name and before.top_level == app.windows()[-1]:
                return
            app.key('Tab')
            self.wait_for(lambda before=before: app.focused() not in (None, before), what='the focus to move')
        self.fail(f'{name!r} cannot be reached')

    # Tests

    def test_unresolved_causes(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app)
        causes = self.causes(app)
        self.assertTrue(any(cause.startswith('Looks unresolved') for cause in causes), causes)
        for text in ('Why It Was Disabled', DISABLED, re.compile(r'causes? looks? unresolved')):
            self.see(app, text)
        self.photograph(app, 're-enable')
        self.press(app, TITLE)
        self.see(app, re.compile(r'will be disabled again after ten more errors\.$'))
        self.screenshot('re-enable-question')
        self.assertEqual(self.enabled(simulator), [])
        app.key('Escape')
        self.wait_for(lambda: len(app.windows()) == 2, what='the question to close')
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Enabled Again')
        self.photograph(app, 're-enable-done')
        self.assertEqual(self.enabled(simulator), [self.configuration(simulator)['id']])
        self.assertTrue(self.configuration(simulator)['enabled'])

        offer = self.button(app, MARK)
        count = int(offer.name.split()[1])
        config = self.configuration(simulator)['id']
        named = [event for event in self.open_events(simulator) if config in str(event['m3terEvent'])]
        self.assertEqual(count, len(named))
        offer.click()
        self.see(app, f'{count} events marked as actioned')
        self.press(app, 'Close')
        self.wait_for(lambda: len([e for e in simulator.ledger() if '/events/' in e['path']]) == count, 30,
                      f'{count} marks on the server')

    def test_by_keyboard(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app)
        self.button(app, TITLE)
        self.tab_to(app, TITLE)
        app.key('Return')
        self.wait_for(lambda: len(app.windows()) == 3, what='the question')
        app.key('alt+r')
        self.see(app, 'Enabled Again')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.assertEqual(len(self.enabled(simulator)), 1)

    def test_causes_open(self):
        simulator, app, _ = self.open_events_window()
        self.add_event(simulator, app, 'integration.authentication.error')
        self.add_event(simulator, app, 'integration.perform.error')
        self.open_for(simulator, app)
        self.causes(app)
        for kind, title in (('Run', 'Integration Run'), ('Authentication', 'Configure Authorization')):
            app.find('list', 'Earlier Errors').find('list item', re.compile(f', {kind} · ')).mouse_click()
            self.wait_for(lambda title=title: app.windows()[-1].name == title, what=title)
            app.key('Escape')
            self.wait_for(lambda: app.windows()[-1].name == TITLE, what=TITLE)

    def test_cause_put_right(self):
        simulator, app, _ = self.open_events_window()
        trial = next(c['id'] for c in simulator.get('integrationcredentials?pageSize=200')['data']
                     if c.get('name') == 'NetSuite, trial account')
        simulator.request('POST', f'/_simulator/integrationcredentials/{trial}/good', {'good': True})
        self.add_event(simulator, app, 'integration.authentication.error', 'NetSuite customers')
        self.open_for(simulator, app, 'NetSuite customers')
        self.causes(app)
        authentication = re.compile('^Looks unresolved, Authentication')
        app.find('list', 'Earlier Errors').find('list item', authentication).mouse_click()
        self.wait_for(lambda: app.windows()[-1].name == 'Configure Authorization', what='the authorization')
        self.wait_for(lambda: app.look('radio button', 'NetSuite, trial account')
                      or app.look('check box', 'NetSuite, trial account'), what='the credential').click()
        self.press(app, 'Save')
        self.see(app, 'Authorized')
        app.key('Escape')
        self.wait_for(lambda: app.windows()[-1].name == TITLE, what=TITLE)
        app.find('list', 'Earlier Errors').find('list item', re.compile('^Looks resolved, Authentication'))
        self.assertIsNone(app.find('list', 'Earlier Errors').look('list item', authentication))
        self.photograph(app, 're-enable-resolved')

    def test_already_enabled(self):
        simulator, app, _ = self.open_events_window()
        self.edit(simulator, DISABLED, enabled=True)
        self.open_for(simulator, app)
        self.see(app, 'Already Re-enabled on the Server')
        self.photograph(app, 're-enable-already')
        self.assertEqual(self.enabled(simulator), [])

    def test_enabled_meanwhile(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app)
        self.button(app, TITLE)
        self.edit(simulator, DISABLED, enabled=True)
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Already Re-enabled on the Server')
        self.assertEqual(self.enabled(simulator), [])

    def test_refused(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app)
        self.set_faults(simulator, enable_500=1)
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, re.compile('^The server has a fault'))
        self.photograph(app, 're-enable-refused')
        self.set_faults(simulator, enable_500=0)
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Enabled Again')

    def test_key_that_may_only_read(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app)
        self.set_faults(simulator, write_403=1)
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Your key may not change this. Ask an administrator.')
        self.button(app, TITLE, sensitive=False)
        self.photograph(app, 're-enable-read-only')
        self.set_faults(simulator, write_403=0)
        self.press(app, 'Check Again')
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Enabled Again')

    def test_lost_answer(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app)
        self.set_faults(simulator, lost_write=1)
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Enabled Again', cap=60)
        self.assertEqual(len(self.enabled(simulator)), 1)

    def test_offline(self):
        simulator, app, _ = self.open_events_window('--state', self.state_file())
        self.open_for(simulator, app)
        self.button(app, TITLE)
        app.key('Escape')
        self.wait_no_dialog(app)
        simulator.stop()
        self.open_first(app)
        self.see(app, re.compile('^The server cannot be reached. Enabling can wait here'), cap=60)
        self.causes(app)
        self.photograph(app, 're-enable-offline')
        self.press(app, 'Re-enable When Online')
        if len(app.windows()) == 3 or self.causes_look_unresolved(app):
            self.confirm(app)
        self.see(app, 'Waiting for the Server')
        self.photograph(app, 're-enable-queued')
        self.press(app, 'Close')
        self.wait_no_dialog(app)
        simulator.start()
        app.key('F5')
        self.wait_for(lambda: len(self.enabled(simulator)) == 1, 60, 'the integration to be enabled')
        self.assertTrue(self.configuration(simulator)['enabled'])

    def causes_look_unresolved(self, app):
        """Whether the list says so of any."""
        return any(cause.startswith('Looks unresolved') for cause in self.causes(app))

    def test_integrations(self):
        simulator, app, _ = self.open_events_window()
        self.choose_in_menu(app, 'Integrations')
        self.see(app, 'NetSuite invoices')
        self.see(app, re.compile('^Credential: NetSuite, certificate of last year'))
        self.photograph(app, 'integrations')
        search = self.wait_for(lambda: app.look('entry', SEARCH) or app.look('text', SEARCH), what='the search')
        search.set_text('usage disabled')
        self.wait_for(lambda: not any(node.is_shown() for node in app.find_all('label', 'NetSuite invoices')),
                      what='the list to be searched')
        search.set_text('nothing has this')
        self.see(app, 'No integration matches.')
        self.screenshot('integrations-none')
        search.set_text('usage')
        self.see(app, DISABLED)
        next(row for row in app.find('list', 'Integrations').children if row.name.startswith(DISABLED)).mouse_click()
        self.wait_for(lambda: app.windows()[-1].name == 'Integration', what='the integration')
        self.button(app, 'Configure Authorization')
        self.photograph(app, 'integration')
        self.press(app, TITLE)
        self.see(app, 'Why It Was Disabled')
        self.press(app, TITLE)
        if self.causes_look_unresolved(app):
            self.confirm(app)
        self.see(app, 'Enabled Again')
        app.key('Escape')
        self.see(app, 'Enabled')
        app.key('Escape')
        self.wait_for(lambda: app.windows()[-1].name == 'Integrations', what='the list')
        row = next(row for row in app.find('list', 'Integrations').children if row.name.startswith(DISABLED))
        self.wait_for(lambda: 'Enabled' in row.name or any('Enabled' in r.name for r in app.find('list', 'Integrations').children
                                                           if r.name.startswith(DISABLED)), what='the new state')
        self.assertEqual(len(self.enabled(simulator)), 1)

    def test_integrations_offline(self):
        simulator, app, _ = self.open_events_window()
        self.choose_in_menu(app, 'Integrations')
        self.see(app, 'NetSuite invoices')
        app.key('Escape')
        self.wait_no_dialog(app)
        simulator.stop()
        self.choose_in_menu(app, 'Integrations')
        self.see(app, re.compile('^As of '), cap=60)
        self.see(app, 'NetSuite invoices')
        self.photograph(app, 'integrations-offline')

    def test_dark(self):
        simulator, app, _ = self.open_events_window(env=DARK)
        self.open_for(simulator, app)
        self.causes(app)
        self.photograph(app, 're-enable-dark')
        self.press(app, TITLE)
        self.confirm(app)
        self.see(app, 'Enabled Again')
        self.photograph(app, 're-enable-done-dark')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.choose_in_menu(app, 'Integrations')
        self.see(app, 'NetSuite invoices')
        self.photograph(app, 'integrations-dark')


if __name__ == '__main__':
    tap.main()
