#!/usr/bin/python3
"""Puts the authorization of integrations right, from the list to what the server has.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
from pathlib import Path

import tap
from actioned_ui import DARK, ReviewCase

KIND = 'integration.authentication.error'
TITLE = 'Configure Authorization'
SECRET = 'canary-7f3a'
OLD = 'NetSuite, certificate of last year'
TRIAL = 'NetSuite, trial account'
MARK = re.compile(r'^Mark \d+ Events? as Actioned$')


class Authorization(ReviewCase):
    # The world

    def configuration(self, simulator, name):
        """A configuration of the server, by its name."""
        return next(c for c in simulator.get('integrationconfigs?pageSize=200')['data'] if c['name'] == name)

    def credentials(self, simulator, destination):
        """The names of a system's credentials on the server, by id."""
        return {c['id']: c.get('name') for c in simulator.get('integrationcredentials?pageSize=200')['data']
                if c['destination'] == destination}

    def set_good(self, simulator, name, good):
        """Lets the other system accept the credential of an integration, or refuse it."""
        credential = self.configuration(simulator, name)['integrationCredentialsId']
        status, _ = simulator.request('POST', f'/_simulator/integrationcredentials/{credential}/good', {'good': good})
        self.assertEqual(status, 200)

    def edit(self, simulator, integration, /, **members):
        """Lets somebody else change an integration."""
        path = f'/_simulator/integrationconfigs/{self.configuration(simulator, integration)["id"]}'
        status, answer = simulator.request('POST', path, members)
        self.assertEqual(status, 200, answer)

    def add_event(self, simulator, app, integration, **more):
        """Lets an event about an integration arrive, refreshes, and returns its message."""
        configuration = self.configuration(simulator, integration)
        message = f'{integration} refused the credential.'
        before = self.n_open(app)
        self.add_events(simulator, count=1, eventName=KIND,
                        m3terEvent={'message': message, 'integrationConfigId': configuration['id'],
                                    'destination': configuration['destination'], **more})
        app.key('F5')
        self.wait_listed(app, before + 1)
        return message

    def changes(self, simulator, what):
        """Method and id of what was changed on the server, of one kind of thing."""
        return [(entry['method'], entry['id']) for entry in simulator.ledger() if f'/{what}' in entry['path']]

    # The dialog

    def open_first(self, app):
        """Opens the follow-up of the first event by the keyboard, and returns the dialog."""
        app.key('ctrl+Home', 'Return')
        dialog = self.dialog(app)
        self.assertEqual(dialog.name, TITLE)
        return dialog

    def open_for(self, simulator, app, integration, **more):
        """Lets an event about an integration arrive and opens its follow-up."""
        self.add_event(simulator, app, integration, **more)
        return self.open_first(app)

    def save_button(self, app, label='Save'):
        """The button that saves, once it can be pressed."""
        def ready():
            button = app.look('button', label)
            return button if button and button.has('sensitive') else None
        return self.wait_for(ready, what=f'a button {label!r} that can be pressed')

    def see(self, app, text, cap=15):
        """Waits until a person can read a text, whatever it is to assistive technology."""
        return self.wait_for(lambda: next((node for node in app.find_all(None, text) if node.is_shown()), None),
                             cap, f'the text {text!r}')

    def press(self, app, name):
        """Presses a button that is shown."""
        self.wait_for(lambda: next((button for button in app.find_all('button', name) if button.is_shown()), None),
                      what=f'a button {name!r}').click()

    def radio(self, app, name):
        """The radio button of a credential, which GTK 4.8 calls a check box."""
        return self.wait_for(lambda: app.look('radio button', name) or app.look('check box', name), what=f'a choice {name!r}')

    def choose(self, app, name):
        """Chooses a credential."""
        radio = self.radio(app, name)
        radio.click()
        self.wait_for(lambda: radio.has('checked'), what=f'{name!r} to be chosen')

    def entry(self, app, label):
        """The entry of a field."""
        return self.wait_for(lambda: app.look('text', label) or app.look('password text', label), what=f'a field {label!r}')

    def fill_in(self, app, name='New key', key=SECRET):
        """Fills in the form of a NetSuite credential."""
        self.choose(app, 'New Credential')
        for label, text in (('Name', name), ('External Customer Id', 'TSTDRV1'), ('Client Id', 'client'), ('Key Id', key)):
            self.entry(app, label).set_text(text)

    def assert_no_secret(self, app, secret=SECRET):
        """Checks that a secret is nowhere but on the server, which forgets it."""
        self.assertNotIn(secret, app.output())
        for node in app.root().walk():
            # GTK 4 tells what is in an entry for passwords, which nothing here can prevent.
            if node.role != 'password text':
                self.assertNotIn(secret, node.text + node.description, node)
        for path in Path(self.home).rglob('*'):
            if path.is_file():
                self.assertNotIn(secret.encode(), path.read_bytes(), path)

    # Tests

    def test_new_credential(self):
        simulator, app, _ = self.open_events_window()
        dialog = self.open_for(simulator, app, 'NetSuite invoices')
        for text in ('Named by the event', 'NetSuite invoices', 'NetSuite · Bill', 'Enabled', 'Not authorized', OLD):
            dialog.find('label', text)
        self.photograph(app, 'authorization')
        old = self.configuration(simulator, 'NetSuite invoices')

        self.fill_in(app)
        self.photograph(app, 'authorization-form')
        self.assert_no_secret(app)
        self.save_button(app).click()
        self.see(app, 'Authorized')
        self.see(app, '“NetSuite invoices” uses “New key”, and the other system accepts it.')
        self.photograph(app, 'authorization-done')
        self.assert_no_secret(app)

        new = self.configuration(simulator, 'NetSuite invoices')
        self.assertTrue(new['authorized'])
        self.assertEqual(new['configData'], old['configData'])
        self.assertEqual(self.credentials(simulator, 'NETSUITE')[new['integrationCredentialsId']], 'New key')
        self.assertIn(old['integrationCredentialsId'], self.credentials(simulator, 'NETSUITE'))
        self.assertEqual(len(self.changes(simulator, 'integrationcredentials')), 1)
        self.assertEqual(self.changes(simulator, 'integrationconfigs'), [('PUT', new['id'])])

    def test_marks_its_events(self):
        simulator, app, events = self.open_events_window()
        config = self.configuration(simulator, 'NetSuite invoices')['id']
        self.open_for(simulator, app, 'NetSuite invoices')
        self.choose(app, TRIAL)
        self.set_good_of(simulator, TRIAL)
        self.save_button(app).click()
        self.see(app, 'Authorized')
        offer = app.find('button', MARK)
        count = int(offer.name.split()[1])
        named = [event for event in events if event['eventName'] == KIND and config in str(event['m3terEvent'])]
        self.assertEqual(count, len(named) + 1)
        self.see(app, 'All open authentication errors of “NetSuite invoices”')
        offer.click()
        self.see(app, f'{count} event{"s" if count > 1 else ""} marked as actioned')
        self.press(app, 'Close')
        self.assert_marked(simulator, count)

    def set_good_of(self, simulator, name):
        """Lets the other system accept a credential."""
        credential = next(i for i, n in self.credentials(simulator, 'NETSUITE').items() if n == name)
        simulator.request('POST', f'/_simulator/integrationcredentials/{credential}/good', {'good': True})

    def assert_marked(self, simulator, count):
        """Waits until the server has as many marks."""
        def marked():
            entries = [entry for entry in simulator.ledger() if '/events/' in entry['path']]
            return len(entries) == count and len({entry['id'] for entry in entries}) == count
        self.wait_for(marked, 30, f'{count} marks on the server')

    def test_by_keyboard(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.radio(app, TRIAL)
        self.focus(app, 'list item', OLD)
        app.key('Down', 'space')
        self.save_button(app)
        self.focus(app, 'button', 'Save')
        app.key('Return')
        self.see(app, 'Saved, but Not Authorized')
        self.assertEqual(len(self.changes(simulator, 'integrationconfigs')), 1)
        app.key('Escape')
        self.wait_no_dialog(app)

    def test_enter_in_the_form_saves(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.choose(app, 'New Credential')
        self.focus(app, 'list item', 'New Credential')
        app.key('Tab')
        for label, text in (('Name', 'By keyboard'), ('External Customer Id', 'TSTDRV2'), ('Client Id', 'client'),
                            ('Key Id', SECRET)):
            app.key('Tab')
            app.write(text)
            self.wait_for(lambda label=label, text=text: self.entry(app, label).text == text, what=f'{label} to be entered')
        app.key('Return')
        self.see(app, 'Authorized')
        self.assert_no_secret(app)

    def test_invalid_input(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.choose(app, 'New Credential')
        self.entry(app, 'Name').set_text('Incomplete')
        self.save_button(app).click()
        self.see(app, 'This must be filled in.')
        self.screenshot('authorization-invalid')
        self.assertEqual(simulator.ledger(), [])

        # What is typed is not lost by a slip.
        app.key('Escape')
        self.see(app, 'Discard Changes?')
        app.key('Escape')
        self.wait_for(lambda: len(app.windows()) == 2, what='the question to close')
        self.assertEqual(self.entry(app, 'Name').text, 'Incomplete')
        app.key('Escape')
        self.see(app, 'Discard Changes?')
        self.press(app, 'Discard')
        self.wait_no_dialog(app)

    def test_refused_by_the_other_system(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.fill_in(app, key='wrong')
        self.save_button(app).click()
        self.see(app, 'Saved, but Not Authorized')
        self.screenshot('authorization-not-accepted')
        self.assertFalse(any(button.is_shown() for button in app.find_all('button', MARK)))

        self.press(app, 'Change Again…')
        self.choose(app, TRIAL)
        self.save_button(app).click()
        self.wait_for(lambda: len(self.changes(simulator, 'integrationconfigs')) == 2, what='the second change')

    def test_somebody_else_changed_it(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.choose(app, TRIAL)
        self.edit(simulator, 'NetSuite invoices', name='NetSuite, renamed')
        self.save_button(app).click()
        self.see(app, 'Somebody Else Changed It Meanwhile')
        for text in ('Name', 'Credential', 'NetSuite invoices', 'NetSuite, renamed', TRIAL):
            app.find('label', text)
        self.photograph(app, 'authorization-conflict')
        self.assertEqual(self.changes(simulator, 'integrationconfigs'), [])
        self.press(app, 'Save Mine')
        self.see(app, 'Saved, but Not Authorized')
        configuration = self.configuration(simulator, 'NetSuite, renamed')
        self.assertEqual(self.credentials(simulator, 'NETSUITE')[configuration['integrationCredentialsId']], TRIAL)

    def test_use_theirs(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.choose(app, TRIAL)
        self.edit(simulator, 'NetSuite invoices', name='NetSuite, renamed')
        self.save_button(app).click()
        self.press(app, 'Use Theirs')
        self.see(app, 'NetSuite, renamed')
        self.assertEqual(self.changes(simulator, 'integrationconfigs'), [])
        app.key('Escape')
        self.wait_no_dialog(app)

    def test_edited_at_the_same_moment(self):
        simulator, app, _ = self.open_events_window('--fault', 'conflict-400:1')
        self.open_for(simulator, app, 'NetSuite invoices')
        self.set_faults(simulator, edit=1)
        self.choose(app, TRIAL)
        self.save_button(app).click()
        self.see(app, 'Somebody Else Changed It Meanwhile')
        self.set_faults(simulator, edit=0)
        self.press(app, 'Save Mine')
        self.see(app, 'Saved, but Not Authorized')

    def test_made_but_not_linked(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.fill_in(app)
        self.set_faults(simulator, configuration_500=1)
        self.save_button(app).click()
        self.see(app, 'The credential was made, but not linked')
        self.photograph(app, 'authorization-not-linked')
        self.assert_no_secret(app)
        again = self.save_button(app, 'Link Again')
        again.click()
        self.see(app, 'The credential was made, but not linked')
        self.save_button(app, 'Link Again')
        self.set_faults(simulator, configuration_500=0)
        self.save_button(app, 'Link Again').click()
        self.see(app, 'Authorized')
        self.assertEqual(len(self.changes(simulator, 'integrationcredentials')), 1)
        self.assertEqual(len(self.changes(simulator, 'integrationconfigs')), 1)

    def test_lost_answer(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.fill_in(app)
        self.set_faults(simulator, lost_write=1)
        self.save_button(app).click()

        # The simulated world lives in the past, so that nothing tells whose the new credential is.
        self.see(app, 'The credential may have been made', cap=60)
        self.assert_no_secret(app)
        self.screenshot('authorization-uncertain')
        self.choose(app, 'New key')

        # That the link was made is seen by looking, whatever becomes of the answer.
        self.save_button(app).click()
        self.see(app, 'Authorized', cap=60)
        self.assert_no_secret(app)
        self.assertEqual(len(self.changes(simulator, 'integrationcredentials')), 1)
        self.assertEqual(len(self.changes(simulator, 'integrationconfigs')), 1)

    def test_double_click_saves_once(self):
        simulator, app, _ = self.open_events_window('--latency-ms', '150')
        self.open_for(simulator, app, 'NetSuite invoices')
        self.fill_in(app)
        self.save_button(app).mouse_click(count=2)
        self.see(app, 'Authorized')
        self.assertEqual(len(self.changes(simulator, 'integrationcredentials')), 1)
        self.assertEqual(len(self.changes(simulator, 'integrationconfigs')), 1)

    def test_api_without_credentials(self):
        simulator, app, _ = self.open_events_window()
        self.set_faults(simulator, credentials_404=1)
        self.open_for(simulator, app, 'NetSuite invoices')
        self.see(app, 'This API cannot create credentials. The Console may be able to.')
        self.see(app, 'This API cannot list credentials. The Console shows them, and can copy their IDs.')
        self.assertIsNone(app.look('list item', 'New Credential'))
        self.photograph(app, 'authorization-no-credentials')
        self.set_faults(simulator, credentials_404=0)
        trial = next(i for i, n in self.credentials(simulator, 'NETSUITE').items() if n == TRIAL)
        self.entry(app, 'ID of a credential that exists').set_text(f' {trial} ')
        self.save_button(app).click()
        self.see(app, 'Saved, but Not Authorized')
        self.assertEqual(self.configuration(simulator, 'NetSuite invoices')['integrationCredentialsId'], trial)

    def test_cannot_create(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.fill_in(app)
        self.set_faults(simulator, credential_405=1)
        self.save_button(app).click()
        self.see(app, 'This API cannot create credentials. The Console may be able to.')
        self.choose(app, TRIAL)
        self.save_button(app).click()
        self.see(app, 'Saved, but Not Authorized')
        self.assertEqual(len(self.changes(simulator, 'integrationconfigs')), 1)

    def test_key_that_may_only_read(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'NetSuite invoices')
        self.set_faults(simulator, write_403=1)
        self.choose(app, TRIAL)
        self.save_button(app).click()
        self.see(app, 'Your key may not change this. Ask an administrator.')
        self.assertFalse(app.find('button', 'Save').has('sensitive'))
        self.photograph(app, 'authorization-read-only')
        self.set_faults(simulator, write_403=0)
        self.press(app, 'Check Again')
        self.save_button(app).click()
        self.see(app, 'Saved, but Not Authorized')

    def test_offline(self):
        simulator, app, _ = self.open_events_window('--state', self.state_file())
        self.add_event(simulator, app, 'NetSuite invoices')
        self.open_first(app)
        self.radio(app, TRIAL)
        app.key('Escape')
        self.wait_no_dialog(app)
        simulator.stop()
        self.open_first(app)
        self.see(app, re.compile('^A secret is never kept on this computer, so this needs the server'), cap=60)
        self.assertFalse(app.find('button', 'Save').has('sensitive'))
        self.radio(app, TRIAL)
        self.assertFalse(any(spinner.is_shown() for spinner in app.find_all(None, 'Reading the Credentials')))
        self.photograph(app, 'authorization-offline')
        simulator.start()
        self.press(app, 'Try Again')
        self.choose(app, TRIAL)
        self.save_button(app).click()
        self.see(app, 'Saved, but Not Authorized')

    def test_consent_in_the_console(self):
        self.assertEqual(self.opened_links(), [])
        simulator, app, _ = self.open_events_window()
        self.set_good(simulator, 'Salesforce accounts', False)
        self.open_for(simulator, app, 'Salesforce accounts')
        self.see(app, 'Sign in to Salesforce in the Console')
        self.assertIsNone(app.look('list item', 'New Credential'))
        self.photograph(app, 'authorization-consent')
        self.press(app, 'Open in Console')
        self.wait_for(lambda: app.windows()[-1].name == 'Console' and app.windows()[-1].has('active'), what='the dialog')
        app.write('https://console.example.com/')
        app.key('Return')
        self.see(app, re.compile('^Waiting until you have signed in'))
        self.screenshot('authorization-consent-waiting')
        self.set_good(simulator, 'Salesforce accounts', True)
        self.see(app, 'Authorized', cap=30)
        self.assertEqual(self.opened_links(), ['https://console.example.com/'])
        self.assertEqual(self.changes(simulator, 'integrationconfigs'), [])

    def test_already_authorized(self):
        simulator, app, _ = self.open_events_window()
        self.open_for(simulator, app, 'Chargebee invoices')
        self.see(app, 'Already Authorized on the Server')
        self.screenshot('authorization-already')
        self.assertEqual(simulator.ledger(), [])
        self.press(app, 'Change Again…')
        self.radio(app, 'Chargebee, site for the EU')

    def test_several_fit(self):
        simulator, app, _ = self.open_events_window()
        before = self.n_open(app)
        self.add_events(simulator, count=1, eventName=KIND,
                        m3terEvent={'message': 'Refused.', 'destination': 'NetSuite'})
        app.key('F5')
        self.wait_listed(app, before + 1)
        self.open_first(app)
        self.see(app, 'Several Integrations Fit')
        self.photograph(app, 'authorization-choice')
        self.focus(app, 'list item', re.compile('^NetSuite customers'))
        app.key('Return')
        self.see(app, 'Chosen by you')

        # What does not name it is put right all the same.
        self.set_good_of(simulator, TRIAL)
        self.choose(app, TRIAL)
        self.save_button(app).click()
        self.see(app, 'Authorized')
        customers = self.configuration(simulator, 'NetSuite customers')['id']
        named = [event for event in self.open_events(simulator)
                 if event['eventName'] == KIND and customers in str(event['m3terEvent'])]
        count = len(named) + 1
        self.press(app, MARK)
        self.see(app, f'{count} event{"s" if count > 1 else ""} marked as actioned')

    def test_none_fits(self):
        simulator, app, _ = self.open_events_window()
        before = self.n_open(app)
        self.add_events(simulator, count=1, eventName=KIND, m3terEvent={'message': 'Refused.'})
        app.key('F5')
        self.wait_listed(app, before + 1)
        self.open_first(app)
        self.see(app, 'This event does not name its integration')
        self.photograph(app, 'authorization-none')
        self.press(app, 'Show All Integrations')
        app.find('list item', re.compile('^NetSuite invoices')).mouse_click()
        app.find('label', 'NetSuite · Bill')

    def test_enabling_and_the_replay(self):
        simulator, app, _ = self.open_events_window()
        bill = next(event for event in self.open_events(simulator)
                    if event['eventName'] == KIND and 'NetSuite invoices' in self.message_of(event)
                    and 'integrationRunId' in self.facts_of(event))
        self.edit(simulator, 'NetSuite invoices', enabled=False)
        self.open_for(simulator, app, 'NetSuite invoices', integrationRunId=self.facts_of(bill)['integrationRunId'])
        self.fill_in(app)
        self.save_button(app).click()
        self.see(app, 'Authorized')
        self.see(app, re.compile('^This integration is disabled'))
        self.photograph(app, 'authorization-enable')
        self.press(app, 'Enable')
        self.see(app, 'The integration is enabled.')
        self.assertTrue(self.configuration(simulator, 'NetSuite invoices')['enabled'])

        self.press(app, 'View Run')
        self.press(app, re.compile('^Replay'))
        self.wait_for(lambda: any(window.look('button', 'Replay') for window in app.windows()), what='the question')
        self.screenshot('authorization-replay')

    def test_dark(self):
        simulator, app, _ = self.open_events_window(env=DARK)
        self.open_for(simulator, app, 'NetSuite invoices')
        self.choose(app, 'New Credential')
        self.photograph(app, 'authorization-dark')
        self.fill_in(app)
        self.edit(simulator, 'NetSuite invoices', name='NetSuite, renamed')
        self.save_button(app).click()
        self.see(app, 'Somebody Else Changed It Meanwhile')
        self.photograph(app, 'authorization-conflict-dark')
        self.press(app, 'Save Mine')
        self.see(app, 'Authorized')
        self.photograph(app, 'authorization-done-dark')


if __name__ == '__main__':
    tap.main()
