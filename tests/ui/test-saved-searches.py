"""Saved searches: kept under a name, counted in the menu, applied, renamed and deleted.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import tap
from actioned_ui import ReviewCase


class SavedSearches(ReviewCase):
    def save(self, app, name, replaces=False):
        """Saves what the list shows under a name."""
        self.choose_in_menu(app, 'Saved Searches', 'Save Search…')
        dialog = self.dialog(app)
        app.write(name)
        button = dialog.find('button', 'Replace' if replaces else 'Save')
        self.wait_for(lambda: button.has('sensitive'), what='the button')
        if replaces:
            dialog.find('alert', f'There is a search called “{name}”. It will be replaced.')
        return dialog

    def save_at_once(self, app, name):
        self.save(app, name)
        app.key('Return')
        self.wait_no_dialog(app)
        app.wait_text('Search saved')

    def search(self, app, text):
        """Types a search, and waits until the list has what it finds."""
        app.key('ctrl+f', 'ctrl+a')
        app.write(text)

    def test_saved_and_applied(self):
        simulator, app, events = self.open_events_window()
        self.assertFalse(self.text(app))
        self.search(app, 'name:perform')
        count = sum(event['eventName'] == 'integration.perform.error' for event in events)
        app.find('status bar', f'{count} events')
        dialog = self.save(app, 'Failed runs')
        self.photograph(app, 'save-search')
        app.key('Return')
        self.wait_no_dialog(app)

        app.find('button', 'Search').click()
        self.wait_for(lambda: len(app.rows(205)) == len(events), what='all events')
        app.key('F10')
        self.wait_menu_item(app)
        self.choose_item(app, 'Saved Searches', f'Failed runs ({count})')
        self.wait_for(lambda: self.text(app) == 'name:perform', what='the search in its entry')
        app.find('status bar', f'{count} events')
        self.wait_for(lambda: len(app.rows(205)) == count, what='what the search finds')

        self.quit(app)
        app = self.open_window(simulator)
        app.key('F10')
        self.wait_menu_item(app)
        self.choose_item(app, 'Saved Searches', f'Failed runs ({count})')
        app.find('status bar', f'{count} events')

    def text(self, app):
        entry = app.look('entry', 'Search events')
        return entry.text if entry else ''

    def test_replaced_after_asking(self):
        simulator, app, events = self.open_events_window()
        self.save_at_once(app, 'Mine')
        self.search(app, 'destination:netsuite')
        self.save(app, 'Mine', replaces=True)
        self.screenshot('save-search-replace')
        app.key('Return')
        self.wait_no_dialog(app)
        self.choose_in_menu(app, 'Saved Searches', 'Edit Searches…')
        dialog = self.dialog(app)
        dialog.find('text', 'destination:netsuite')
        self.assertEqual(len(dialog.find_all('button', re.compile('^Delete '))), 1)

    def test_long_name(self):
        """A name that is long does not make the menu as wide."""
        simulator, app, events = self.open_events_window()
        self.save_at_once(app, 'All that NetSuite refused while its certificate had expired, and nobody saw it')
        self.choose_in_menu(app, 'Saved Searches', f'All that NetSuite refused while its cer… ({len(events)})')

    def rename_first(self, app, dialog, name):
        """Tells whether the first one has a name, and if not, writes it there: the dialog may still
        have been busy with its rows when that was done before."""
        entry = dialog.find('text', 'all open events')
        if entry.text == name:
            return True
        entry.mouse_click()
        app.key('ctrl+a')
        app.write(name)
        return False

    def test_edited(self):
        simulator, app, events = self.open_events_window()
        self.choose_in_menu(app, 'Saved Searches', 'Edit Searches…')
        self.dialog(app)
        app.wait_text('No Saved Searches')
        self.photograph(app, 'saved-searches-none')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.save_at_once(app, 'One_two <b>')
        self.save_at_once(app, 'אחת שתיים')
        self.choose_in_menu(app, 'Saved Searches', 'Edit Searches…')
        dialog = self.dialog(app)
        dialog.find('button', 'Delete אחת שתיים')
        self.photograph(app, 'saved-searches')
        dialog.find('button', 'Delete One_two <b>').click()
        app.wait_text('“One_two <b>” deleted')
        dialog.wait_gone('button', 'Delete One_two <b>')
        dialog.find('button', 'Undo').click()
        dialog.find('button', 'Delete One_two <b>')
        dialog.find('button', 'Delete אחת שתיים').click()
        dialog.wait_gone('button', 'Delete אחת שתיים')
        self.wait_for(lambda: self.rename_first(app, dialog, 'Three'), what='the new name')
        app.key('Return')
        dialog.find('button', 'Delete Three')


if __name__ == '__main__':
    tap.main()
