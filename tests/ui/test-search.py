"""Searching: what is typed, completed, explained, filtered and found.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re

import tap
from actioned_ui import DARK, ReviewCase, x11

PERFORM = 'integration.perform.error'
VALIDATION = 'integration.validation.error'


class SearchCase(ReviewCase):
    def open_search(self, *arguments, env=None):
        """Opens a window and the search in it by keyboard. Returns simulator, application, events."""
        simulator, app, events = self.open_events_window(*arguments, env=env)
        app.key('ctrl+f')
        self.wait_for(lambda: self.entry(app).has('focused'), what='the search')
        return simulator, app, events

    def entry(self, app):
        return app.find('entry', 'Search events')

    def type(self, app, text):
        """Types another search over the one that there is."""
        app.key('ctrl+a')
        app.write(text)
        self.wait_for(lambda: self.entry(app).text == text, what=f'{text!r} in the entry')

    def wait_found(self, app, count):
        """Waits until the search says how many events it found, and the list has as many rows."""
        app.find('status bar', f'{count} event' if count == 1 else f'{count} events')
        # A shorter list cannot be told from others in the window.
        if count > 10:
            self.wait_for(lambda: len(app.rows(205)) == count, what=f'{count} rows')

    def suggestions(self, app):
        """What is suggested, or [] while nothing is."""
        found = app.look(name='Suggestions')
        return [row.name for row in found.find_all('list item')] if found and found.is_shown() else []

    def wait_suggested(self, app, text):
        return self.wait_for(lambda: next((row for row in app.find_all('list item')
                                           if row.name.startswith(text)), None), what=f'{text!r} suggested')

    def click_first_suggestion(self, app, wanted):
        """Clicks where the first one is, once it is on the screen, and tells whether it was taken."""
        if self.entry(app).text == wanted:
            return True
        x, y = self.entry(app).screen_point(0.2, 1)
        x11.click(x, y + 28)
        return False

    def named(self, events, name):
        return sum(event['eventName'] == name for event in events)

    def destined(self, events, destination):
        # The undocumented part of an event calls it by more than one name.
        wanted = re.compile(f'"(destination|externalSystem)": "{destination}"')
        return sum(wanted.search(json.dumps(event)) is not None for event in events)

    def saying(self, events, pattern):
        """How many events have a message that fits."""
        message = re.compile(r'"(?:errorMessage|message)": "((?:[^"\\]|\\.)*)"')
        return sum(any(re.search(pattern, said, re.I) for said in message.findall(json.dumps(event)))
                   for event in events)


class Search(SearchCase):
    def test_words_and_fields(self):
        """Each search finds exactly what it says, while it is typed."""
        simulator, app, events = self.open_search()
        self.type(app, 'name:perform')
        self.wait_found(app, self.named(events, PERFORM))
        self.screenshot('search-name')
        self.type(app, '-name:perform')
        self.wait_found(app, len(events) - self.named(events, PERFORM))
        self.type(app, 'name:perform name:validation')
        self.wait_found(app, self.named(events, PERFORM) + self.named(events, VALIDATION))
        self.type(app, 'answ')
        self.wait_found(app, self.saying(events, r'\bansw'))
        self.type(app, 'destination:chargebee')
        self.wait_found(app, self.destined(events, 'Chargebee'))
        self.type(app, f'id:{events[3]["id"][:8]}')
        self.wait_found(app, 1)
        self.type(app, 'payload:"m3terEvent"')
        self.wait_found(app, len(events))
        self.type(app, 'during:2026-03')
        self.wait_found(app, sum(event['eventTime'].startswith('2026-03') for event in events))

    def test_keys(self):
        """The search opens by keys, gives the keyboard to the list, and Escape clears, then closes."""
        simulator, app, events = self.open_events_window()
        app.key('slash')
        self.wait_for(lambda: self.entry(app).has('focused'), what='the search')
        app.write('chargebee')
        self.wait_for(lambda: self.entry(app).text == 'chargebee', what='what was typed')
        app.key('Down')
        self.wait_for_list(app)
        app.key('ctrl+f')
        self.wait_for(lambda: self.entry(app).has('focused'), what='the search again')
        app.key('Escape')
        self.wait_for(lambda: self.entry(app).text == '', what='an empty entry')
        self.assertTrue(app.find('button', 'Search').has('pressed'))
        app.key('Escape')
        self.wait_for(lambda: not app.find('button', 'Search').has('pressed'), what='the search to close')
        self.wait_for_list(app)
        self.wait_for(lambda: len(app.rows(205)) == len(events), what='all events')
        app.find('button', 'Search').click()
        self.wait_for(lambda: self.entry(app).has('focused'), what='the search by its button')
        app.write('chargebee')
        app.key('Return')
        self.wait_for_list(app)

    def test_completion(self):
        """Fields and values are suggested, and chosen by keyboard and by mouse."""
        simulator, app, events = self.open_search()
        app.write('-na')
        row = self.wait_suggested(app, 'name:')
        self.assertIn('event name', row.name)
        self.screenshot('search-fields')
        app.key('Down')
        self.wait_for(lambda: self.entry(app).description.startswith('name:'), what='the suggestion read out')
        app.key('Return')
        self.wait_for(lambda: self.entry(app).text == '-name:', what='the field')
        self.wait_suggested(app, PERFORM)
        self.screenshot('search-values')
        app.write('perf')
        app.key('Tab')
        self.wait_for(lambda: self.entry(app).text == f'-name:{PERFORM} ', what='the value')
        self.wait_found(app, len(events) - self.named(events, PERFORM))
        self.assertTrue(self.entry(app).has('focused'))

        self.type(app, 'destination:')
        self.wait_suggested(app, 'Chargebee')
        self.wait_for(lambda: self.click_first_suggestion(app, 'destination:Chargebee '), what='the destination')
        self.wait_found(app, self.destined(events, 'Chargebee'))

        self.type(app, 'during:')
        self.wait_suggested(app, 'last-month')
        app.key('Escape')
        self.wait_for(lambda: not self.suggestions(app), what='the suggestions to go')
        self.assertEqual(self.entry(app).text, 'during:')
        app.find('button', 'Search Fields').click()
        self.wait_suggested(app, 'payload:')
        self.screenshot('search-all-fields')

    def test_problem_is_explained(self):
        simulator, app, events = self.open_search()
        self.type(app, 'is:xyz name:perform')
        app.find('alert', re.compile('“is:xyz” is not a state'))
        self.wait_found(app, self.named(events, PERFORM))
        self.photograph(app, 'search-problem')
        self.type(app, 'after:2026-13')
        app.find('alert', re.compile('has no date that can be read'))
        self.type(app, 'is:open')
        app.wait_gone('alert', re.compile('date'))

    def test_nothing_matches(self):
        simulator, app, events = self.open_search()
        self.type(app, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')
        app.wait_text('Nothing Matches')
        app.find('status bar', '0 events')
        self.photograph(app, 'search-nothing')
        app.find('button', 'Clear Search').click()
        self.wait_for(lambda: len(app.rows(205)) == len(events), what='all events')

    def test_other_scripts(self):
        """Chinese and Japanese are found inside a row of characters, and right-to-left text by its words."""
        simulator, app, events = self.open_search()
        ideographs = next(found.group() for found in
                          (re.search('[\u4e00-\u9fff]{3,}', json.dumps(event, ensure_ascii=False)) for event in events)
                          if found)
        self.entry(app).set_text(ideographs[1:3])
        app.find('status bar', re.compile(r'^[1-9]\d* events?$'))
        self.screenshot('search-ideographs')
        app.find('button', 'Search').click()
        self.add_events(simulator, count=1, eventName=PERFORM, message='החיבור נכשל עבור <b>לקוח</b> 42')
        app.key('ctrl+r')
        self.wait_for(lambda: len(app.rows(205)) == len(events) + 1, what='the new event')
        app.key('ctrl+f')
        self.entry(app).set_text('נכש')
        self.wait_found(app, 1)
        app.key('Down')
        self.screenshot('search-right-to-left')

    def test_selection_survives(self):
        """What is ticked stays ticked while the list shows something else."""
        simulator, app, events = self.open_events_window()
        app.key('ctrl+a')
        app.wait_text(f'{len(events)} of {len(events)} selected')
        app.key('ctrl+f')
        self.type(app, 'name:perform')
        hidden = len(events) - self.named(events, PERFORM)
        app.wait_text(f'{hidden} are hidden by the filter')

    def test_looks(self):
        simulator, app, events = self.open_search(env=DARK)
        self.type(app, 'chargebee answered 503')
        app.find('status bar', re.compile(r'^\d+ events?$'))
        app.key('Down')
        self.wait_for_list(app)
        self.photograph(app, 'search-dark')


class Filters(SearchCase):
    def test_destination_and_period(self):
        """The filters combine with each other and with the search, say how many, and are cleared at once."""
        simulator, app, events = self.open_search()
        app.find('button', 'Destination').mouse_click()
        box = app.find('check box', re.compile('^Chargebee, '))
        self.screenshot('filter-destination')
        box.click()
        app.key('Escape')
        count = self.destined(events, 'Chargebee')
        self.wait_found(app, count)
        app.find('button', f'All {count}')
        app.find('button', 'Destination: Chargebee')
        self.photograph(app, 'filter-destination-chosen')

        app.key('ctrl+f')
        self.type(app, 'name:perform')
        both = [event for event in events if event['eventName'] == PERFORM and
                self.destined([event], 'Chargebee')]
        self.wait_found(app, len(both))

        app.find('button', 'Period').mouse_click()
        app.find('radio button', 'Custom…').click()
        first = app.find('text', 'From')
        self.screenshot('filter-period')
        first.set_text('2026-03-01')
        app.find('text', 'To').set_text('2026-02-28')
        app.find('alert', 'The last day is before the first.')
        app.find('text', 'To').set_text('2026-03-01')
        app.key('Escape')
        day = [event for event in both if event['eventTime'].startswith('2026-03-01')]
        self.wait_found(app, len(day))
        app.find('button', 'Clear Filters').click()
        self.wait_found(app, self.named(events, PERFORM))

    def test_time_zone(self):
        """Times and the days of a search follow the zone that is chosen."""
        simulator, app, events = self.open_search(env={'TZ': 'Pacific/Kiritimati'})
        self.type(app, 'during:2026-03-02')
        local = app.find('status bar', re.compile(r'^\d+ events?$')).name
        utc = sum(event['eventTime'].startswith('2026-03-02') for event in events)
        self.assertNotEqual(local, f'{utc} events')
        app.key('ctrl+comma')
        row = self.dialog(app).find('combo box', 'Time zone')
        self.focus(app, 'combo box', 'Time zone', most=40)
        app.key('Return')
        self.wait_for(lambda: app.focused() and app.focused().role == 'list item', what='the zones')
        app.key('Down', 'Return')
        self.wait_for(lambda: 'UTC' in row.labels(), what='UTC')
        app.key('Escape')
        self.wait_no_dialog(app)
        self.wait_found(app, utc)
        found = [event for event in events if event['eventTime'].startswith('2026-03-02')]
        self.wait_for(lambda: self.date_of(found[0]) in app.rows(1)[0].labels(), what='the time in UTC')


if __name__ == '__main__':
    tap.main()
