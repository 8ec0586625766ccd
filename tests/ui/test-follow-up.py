#!/usr/bin/python3
"""Opens the follow-up of each kind of event in every way, and what stands around them.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import DARK, ReviewCase

RUN_PAGE = 'Integration Run'
# Kind, button, and what the page is called.
FOLLOW_UPS = (
    ('integration.validation.error', 'View run', RUN_PAGE),
    ('integration.perform.error', 'View run', RUN_PAGE),
    ('integration.missingaccountmapping.error', 'Add Mapping', 'Add Mapping'),
    ('integration.authentication.error', 'Configure Authorization', 'Configure Authorization'),
    ('integration.disabled.error', 'Re-enable', 'Re-enable'),
)
ADDRESS = 'https://console.example.com/organisation/'


class FollowUp(ReviewCase):
    def select(self, app, events, name):
        """Selects the newest event of a kind by mouse, and returns its row's number."""
        i = next(i for i, event in enumerate(events) if event['eventName'] == name)
        app.rows(i + 1)[i].mouse_click(across=0.45)
        app.wait_text(self.message_of(events[i]))
        return i

    def check_page(self, app, title):
        """Waits for a page with a title, in a dialog or on top of the details, and leaves it by Escape."""
        if title == RUN_PAGE:
            app.find('label', RUN_PAGE)
            self.assertEqual(len(app.windows()), 1)
            self.details_button(app, 'Back').mouse_click()
            self.wait_no_run(app)
        else:
            self.assertEqual(self.dialog(app).name, title)
            app.key('Escape')
            self.wait_no_dialog(app)

    def wait_no_run(self, app):
        """Waits until no page shows a run."""
        self.wait_for(lambda: app.look('label', RUN_PAGE) is None, what='the run to go')

    def test_row_button(self):
        _, app, events = self.open_events_window()
        for name, button, title in FOLLOW_UPS:
            i = next(i for i, event in enumerate(events) if event['eventName'] == name)
            app.rows(i + 1)[i].find('button', button).mouse_click()
            self.check_page(app, title)

    def test_details(self):
        _, app, events = self.open_events_window()
        for name, button, title in FOLLOW_UPS:
            self.select(app, events, name)
            app.find('button', button).mouse_click()
            self.check_page(app, title)

    def test_context_menu(self):
        _, app, events = self.open_events_window()
        for name, button, title in FOLLOW_UPS:
            i = self.select(app, events, name)
            app.key('ctrl+Home', *['Down'] * i, 'Menu')
            self.choose_item(app, button)
            self.check_page(app, title)

    def test_enter(self):
        _, app, events = self.open_events_window()
        for name, _, title in FOLLOW_UPS:
            i = next(i for i, event in enumerate(events) if event['eventName'] == name)
            app.key('ctrl+Home', *['Down'] * i, 'Return')
            self.check_page(app, title)
            app.rows(1)[0].mouse_click(across=0.45)

    def test_back_by_keyboard(self):
        """Whoever goes back goes on where they were: in the list, or in the details."""
        _, app, events = self.open_events_window()
        i = next(i for i, event in enumerate(events) if event['eventName'] == 'integration.validation.error')
        app.key('ctrl+Home', *['Down'] * i, 'Return')
        app.find('label', RUN_PAGE)
        self.wait_for(lambda: app.focused() not in (None, app.rows(i + 1)[i]), what='the focus in the page')
        app.key('Escape')
        self.wait_no_run(app)
        self.wait_for(lambda: app.focused() == app.rows(i + 1)[i], what='the focus in the list')
        app.key('Down')
        self.wait_for(lambda: app.focused() == app.rows(i + 2)[i + 1], what='the next row')

        self.select(app, events, 'integration.disabled.error')
        button = self.details_button(app, 'Re-enable')
        button.mouse_click()
        self.dialog(app)
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_for(lambda: app.focused() == button, what='the focus on the button')

    def test_view_run_of_other_kinds(self):
        _, app, events = self.open_events_window()
        i = self.select(app, events, 'integration.missingaccountmapping.error')
        self.details_button(app, 'View run').mouse_click()
        self.check_page(app, RUN_PAGE)
        app.rows(i + 1)[i].mouse_click(across=0.45)
        app.key('Menu')
        self.choose_item(app, 'View run')
        self.check_page(app, RUN_PAGE)

    def details_button(self, app, name):
        """A button of the details, and not one of a row."""
        return app.find(None, 'Event Details').find('button', name)

    def test_page_of_the_details(self):
        _, app, events = self.open_events_window()
        self.select(app, events, 'integration.perform.error')
        self.details_button(app, 'View run').mouse_click()
        app.find('label', RUN_PAGE)
        self.photograph(app, 'follow-up-run')

        self.details_button(app, 'Back').click()
        self.wait_no_run(app)
        self.details_button(app, 'View run').mouse_click()
        app.find('label', RUN_PAGE)
        app.key('Escape')
        self.wait_no_run(app)

        # Another event has no such page.
        self.details_button(app, 'View run').mouse_click()
        app.find('label', RUN_PAGE)
        self.select(app, events, 'integration.disabled.error')
        self.wait_no_run(app)

    def test_page_stays_when_its_event_leaves(self):
        """What a page offers may take its event out of the list; what it says about that is still to be read."""
        simulator, app, events = self.open_events_window()
        i = self.select(app, events, 'integration.perform.error')
        self.details_button(app, 'View run').mouse_click()
        app.find('label', RUN_PAGE)
        self.set_actioned(simulator, events[i]['id'], True)
        app.key('F5')
        self.wait_listed(app, len(events) - 1)
        self.wait_for(lambda: len(app.rows(150)) == len(events) - 1, what='the row to go')
        self.assertIsNotNone(app.look('label', RUN_PAGE))
        self.details_button(app, 'Back').click()
        self.wait_no_run(app)
        app.find('label', self.message_of(events[i + 1]))

    def test_narrow(self):
        _, app, events = self.open_events_window()
        app.resize(420, 720)
        app.key('ctrl+Home', 'Menu')
        self.choose_item(app, 'View run')
        app.find('label', RUN_PAGE)
        self.screenshot('follow-up-run-of-a-narrow-window')
        self.assertEqual(len(app.find_all('button', 'Back')), 1)
        app.key('alt+Left')
        app.wait_text(self.message_of(events[0]))
        app.find('button', 'Back').mouse_click()
        self.wait_for(lambda: app.rows(1)[0].is_shown(), what='the list')

    def test_lists_from_the_menu(self):
        _, app, _ = self.open_events_window(env=DARK)
        for item in ('Integrations', 'External Mappings'):
            self.choose_in_menu(app, item)
            self.assertEqual(self.dialog(app).name, item)
            app.key('Escape')
            self.wait_no_dialog(app)

    def test_console(self):
        self.assertEqual(self.opened_links(), [])
        _, app, _ = self.open_events_window()
        self.choose_in_menu(app, 'Open in Console')
        dialog = self.dialog(app)
        save = dialog.find('button', 'Open')
        self.assertFalse(save.has('sensitive'))
        self.photograph(app, 'follow-up-console')
        app.write('http://console.example.com')
        app.find(None, 'The address must begin with https:// and name a server.')
        self.assertFalse(save.has('sensitive'))
        self.screenshot('follow-up-console-wrong')
        app.key('ctrl+a')
        app.write(ADDRESS)
        self.wait_for(lambda: save.has('sensitive'), what='the button')
        app.key('Return')
        self.wait_no_dialog(app)
        self.wait_for(lambda: self.opened_links() == [ADDRESS], what='the Console in the browser')

        # It is asked for once.
        self.choose_in_menu(app, 'Open in Console')
        self.wait_for(lambda: self.opened_links() == [ADDRESS] * 2, what='the Console in the browser again')
        self.assertEqual(len(app.windows()), 1)

    def test_connection(self):
        """How much is ready for offline, and where the Console is, in the menu of the connection."""
        _, app, _ = self.open_events_window()
        app.find('button', '127.0.0.1').mouse_click()
        app.find(None, re.compile(r'^Ready for offline: (\d+) of \1$'), cap=90)
        self.screenshot('follow-up-connection')
        app.find('label', 'Not set')
        app.find('button', 'Change the Console’s address').click()
        dialog = self.dialog(app)
        app.write(ADDRESS)
        self.wait_for(lambda: dialog.find('button', 'Save').has('sensitive'), what='the button')
        app.key('Return')
        self.wait_no_dialog(app)
        app.find('button', '127.0.0.1').mouse_click()
        app.find('label', ADDRESS)


if __name__ == '__main__':
    tap.main()
