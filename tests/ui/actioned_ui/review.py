"""What a person does again and again in the main window.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
from datetime import datetime

from . import x11
from .case import UiTestCase
from .home import catch_links
from .widget import Atspi

AS_OF = re.compile(r'as of (\d\d:\d\d|\d+ \w{3}( \d{4})? \d\d:\d\d)')
NOW = '2026-03-03T14:00:00Z'
#: What makes the program dark, for the environment.
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
HEADER = re.compile(r'^\d+ open · as of |\d+ changes? waiting')


class ReviewCase(UiTestCase):
    """A test that opens the main window on a simulated server, reads its list and marks events."""

    #: What the program finds in its settings, as GSettings writes values.
    settings = {'undo-seconds': '3'}
    #: What is set for the connection of a simulator, as connections.ini has it.
    connection = {'request-ceiling': '50'}

    def setUp(self):
        super().setUp()
        self.configure(self.settings)

    def configure(self, settings):
        """Writes settings as if an earlier start had left them."""
        folder = self.home / 'home' / 'config' / 'glib-2.0' / 'settings'
        folder.mkdir(parents=True, exist_ok=True)
        lines = ['[io/github/actioned/Actioned]', *(f'{key}={value}' for key, value in settings.items())]
        (folder / 'keyfile').write_text('\n'.join(lines) + '\n', encoding='utf-8')

    def start_application(self, simulator=None, *arguments, env=None, window=True):
        """See `UiTestCase`; the connection to the simulator has what is set for it."""
        if simulator:
            self.remember({**simulator.environment(), **(env or {})})
        return super().start_application(simulator, *arguments, env=env, window=window)

    def remember(self, variables):
        """Writes a connection down as if it had been opened before, unless it was."""
        folder = self.home / 'home' / 'data' / 'actioned'
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / 'connections.ini'
        text = path.read_text(encoding='utf-8') if path.exists() else ''
        lines = [f'base-url={variables["ACTIONED_BASE_URL"]}', f'organization-id={variables["ACTIONED_ORG_ID"]}',
                 f'key-id={variables["ACTIONED_API_KEY"]}']
        if not all(line in text for line in lines[:2]):
            lines += [f'{key}={value}' for key, value in self.connection.items()]
            path.write_text('\n'.join([text, f'[{len(text)}]', *lines, '']), encoding='utf-8')

    def opened_links(self):
        """The addresses that the program has let the browser open so far.

        Call it once before the program starts: it makes the browser that only notes them.
        """
        log = catch_links(self.home / 'home')
        return log.read_text(encoding='utf-8').splitlines() if log.exists() else []

    def state_file(self):
        """Where a simulator keeps its state in this test."""
        return self.home / 'server-state.json'

    def open_window(self, simulator, *arguments, env=None):
        """Starts the application and waits until the list is up to date."""
        application = self.start_application(simulator, *arguments, env=env)
        self.wait_for(lambda: AS_OF.search(self.header(application)), what='a list that is up to date')
        self.wait_for_list(application)
        return application

    def open_events_window(self, *arguments, env=None):
        """Opens a window on a server of its own, and waits until all its open events are listed.

        @arguments are for the simulator. Returns simulator, application and the events, newest first.
        """
        simulator = self.start_simulator('--events', '120', '--now', NOW, *arguments)
        application = self.open_window(simulator, env=env)
        self.wait_for(lambda: len(application.rows(150)) == self.n_open(application), what='all rows')
        return simulator, application, self.open_events(simulator)

    def wait_for_list(self, application):
        """Waits until the list has rows and one of them has the focus, where the keyboard begins."""
        self.wait_for(lambda: any(row.has('focused') for row in application.rows(205)), what='the focus in the list')

    def quit(self, application, chord='ctrl+q'):
        """Quits by the keyboard and waits until the process has ended in order."""
        application.key(chord)
        self.assertEqual(application.wait_for_exit(30), 0, application.output())

    def photograph(self, application, name):
        """Saves pictures of the window or dialog that has the focus, as it is and 360 pixels wide.

        They are NAME.png and NAME-narrow.png. It has its size again afterwards.
        """
        self.screenshot(name)
        width, height = application.inner_size()
        application.resize(360, min(height, 720))
        self.screenshot(f'{name}-narrow')
        application.resize(width, height)

    # Reading the window

    def header(self, application):
        """The line under the window's title, or '' while it says nothing."""
        label = application.look('label', HEADER)
        return label.name if label else ''

    def n_open(self, application):
        """How many events are open, as the header says."""
        found = re.match(r'(\d+) open', self.header(application))
        return int(found.group(1)) if found else None

    def wait_header(self, application, pattern, cap=15):
        """Waits until the line under the title has a pattern."""
        return self.wait_for(lambda: re.search(pattern, self.header(application)), cap,
                             f'a header with {pattern!r}')

    def wait_listed(self, application, count):
        """Waits until so many events are open by the header, and as many rows are listed (205 at most)."""
        self.wait_header(application, f'^{count} open')
        self.wait_for(lambda: len(application.rows(205)) == count, what=f'{count} rows')

    def wait_header_without(self, application, pattern, cap=15):
        """Waits until the line under the title has no such pattern any more."""
        def gone():
            header = self.header(application)
            return header and not re.search(pattern, header)
        self.wait_for(gone, cap, f'a header without {pattern!r}')

    def statuses(self, application, limit=8):
        """What the status cells of the first rows say, each a list of its lines."""
        return [self.status(row) for row in application.rows(limit)]

    def status(self, row):
        """What a row's status cell says: the word, and what stands below it, if anything."""
        for cell in row.children:
            labels = [label for label in cell.labels() if not label.startswith('Gtk')]
            if labels and labels[0] in ('ACTIONED', 'NOT ACTIONED'):
                return labels
        return []

    def status_of(self, application, name):
        """What the status cell says in the row with this name, or nothing while there is no such row."""
        row = self.find_row(application, name)
        return self.status(row) if row else []

    def find_row(self, application, name, limit=60):
        """The row with this accessible name but for its status, or None."""
        return next((row for row in application.rows(limit) if self.identity(row) == self.identity(name)), None)

    @staticmethod
    def identity(row):
        """A row's accessible name without its status: what stays the same when it is marked."""
        name = row if isinstance(row, str) else row.name
        return re.sub(r', (not )?actioned(, (not sent yet|only on this device|by someone else or in the Console'
                      r'|open again on the server|refused by the server|no longer on the server))?, ', ', ', name, count=1)

    def everything_readable(self, application, rows=False):
        """All texts that assistive technology can read in its windows, and all that it has written."""
        texts = [application.output()]
        for window in application.windows():
            for node in [window, *window.walk(rows)]:
                texts += [node.accessible.get_name() or '', node.description]
                text = node.accessible.get_text_iface()
                if text is not None:
                    texts.append(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))
        return '\n'.join(texts)

    def dialog(self, application):
        """Waits for another window than the main one, and returns it."""
        return self.wait_for(lambda: next((window for window in application.windows()
                                           if window.role == 'dialog' or window.name != 'Actioned'), None),
                             what='a dialog')

    def wait_no_dialog(self, application):
        """Waits until only the main window is left."""
        self.wait_for(lambda: len(application.windows()) == 1, what='the dialog to close')

    def wait_clipboard(self, expected):
        """Waits until the clipboard has a text, or one that a function accepts, and returns it."""
        accepts = expected if callable(expected) else lambda text: text == expected
        self.wait_for(lambda: accepts(x11.read_clipboard()), what=f'{expected!r} on the clipboard')
        return x11.read_clipboard()

    # The events as the server has them

    def open_events(self, simulator):
        """All open events, newest first."""
        events, token = [], ''
        while token is not None:
            answer = simulator.get('events?eventType=IntegrationEvent&includeActioned=false&pageSize=100'
                                   + (f'&nextToken={token}' if token else ''))
            events += answer['data']
            token = answer.get('nextToken') or None
        return sorted(events, key=lambda event: event['eventTime'], reverse=True)

    @staticmethod
    def facts_of(event):
        """What an event names: the object with its message, wherever in the undocumented part that is."""
        def look(value):
            if not isinstance(value, dict):
                return None
            if isinstance(value.get('message'), str):
                return value
            return next(filter(None, map(look, value.values())), None)
        return look(event['m3terEvent'])

    def message_of(self, event):
        """What an event says."""
        return self.facts_of(event)['message']

    @staticmethod
    def date_of(event, month='%b'):
        """When an event happened as the list writes it: with the year when that is another one."""
        time = datetime.fromisoformat(event['eventTime'].replace('Z', '+00:00'))
        year = '' if time.year == datetime.now().year else ' %Y'
        return f'{time.day} {time:{month}{year} %H:%M}'

    # Doing things

    def choose_in_menu(self, application, *items):
        """Opens the main menu by keyboard and chooses an item, or one in its submenu."""
        application.key('F10')
        self.choose_item(application, *items)

    def choose_item(self, application, *items):
        """Chooses an item of the open menu by keyboard, or one in its submenu."""
        focused = self.wait_menu_item(application)
        for item in items:
            first = focused
            while focused.name != item:
                application.key('Down')
                focused = self.wait_menu_item(application, focused)
                self.assertNotEqual(focused, first, f'There is no {item!r} in the menu')
            application.key('Return')
            if item != items[-1]:
                focused = self.wait_menu_item(application, focused)
        # What opens next may have nothing that takes the focus yet.
        self.wait_for(lambda: 'menu item' not in getattr(application.focused(), 'role', ''),
                      what='the menu to close')

    def wait_menu_item(self, application, other_than=None):
        """Waits until an item of a menu has the focus, another one than before, and returns it."""
        def find():
            focused = application.focused()
            return focused if focused and 'menu item' in focused.role and focused != other_than else None
        return self.wait_for(find, what='a menu item with the focus')

    def mark(self, application, count=1):
        """Ticks the first @count rows and marks them, by keyboard."""
        keys = ['ctrl+Home', 'space']
        for _ in range(count - 1):
            keys += ['Down', 'space']
        application.key(*keys)
        application.wait_text(re.compile(rf'^{count} of \d+ selected'))
        self.confirm(application, count)

    def mark_row(self, application, name):
        """Ticks the row with this name by mouse and marks it."""
        self.find_row(application, name).find('check box').mouse_click()
        application.wait_text(re.compile(r'^1 of \d+ selected'))
        self.confirm(application, 1)

    def confirm(self, application, count):
        """Asks to mark what is ticked, and says Yes, by keyboard."""
        noun = 'event' if count == 1 else 'events'
        application.key('e')
        application.wait_text(f'Mark {count} {noun} as actioned?')
        yes = application.find('button', 'Yes')
        self.wait_for(lambda: yes.has('sensitive'), what='Yes')
        application.key('Return')
        application.wait_text(f'{count} {noun} marked as actioned')

    def focus(self, application, role, name, chord='Tab', most=25):
        """Moves the focus by a key until it is on a thing, as a person without a mouse does."""
        def there():
            focused = application.focused()
            return focused is not None and focused == application.look(role, name)
        for _ in range(most):
            if there():
                return
            before = application.focused()
            application.key(chord)
            self.wait_for(lambda: application.focused() not in (None, before), what='the focus to move')
        self.assertTrue(there(), f'{role} {name!r} cannot be reached with {chord}')

    # The server

    def set_faults(self, simulator, **faults):
        """Switches kinds of fault on or off: `status_500=1` is always, 0 never."""
        status, _ = simulator.request('POST', '/_simulator/faults',
                                      {kind.replace('_', '-'): every for kind, every in faults.items()})
        self.assertEqual(status, 200)

    def add_events(self, simulator, **what):
        """Lets events arrive at the server and returns their ids."""
        status, answer = simulator.request('POST', '/_simulator/events', what)
        self.assertEqual(status, 200, answer)
        return answer['ids']

    def set_actioned(self, simulator, event_id, actioned):
        """Lets somebody else action an event, or open it again."""
        status, answer = simulator.request('POST', f'/_simulator/events/{event_id}/actioned', {'actioned': actioned})
        self.assertEqual((status, answer), (200, {'changed': True}))

    def assert_sent_once(self, simulator, count):
        """Waits until the server has as many changes, and checks that no event has two."""
        entries = self.wait_for(lambda: len(simulator.ledger()) >= count and simulator.ledger(),
                                30, f'{count} changes on the server')
        ids = [entry['id'] for entry in entries]
        self.assertEqual(len(ids), count)
        self.assertEqual(len(set(ids)), count)
        return ids
