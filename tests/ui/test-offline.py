#!/usr/bin/python3
"""Tries what goes on without a server, without a window, and after a crash.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import signal
import socket
import threading

import tap
from actioned_ui import ReviewCase
from actioned_ui import x11

OFFLINE = re.compile(r'^Offline · showing events as of ')


class DeadEnd:
    """Stands where the server was: takes every connection, answers nothing, and counts."""

    def __init__(self, port):
        self.count = 0
        self.socket = socket.create_server(('127.0.0.1', port))
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.count += 1
            connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


class Offline(ReviewCase):
    def setUp(self):
        super().setUp()
        self.simulator = self.start_simulator('--events', '120', '--state', self.state_file())

    def open_offline(self):
        """Opens the window when the server cannot be reached, and waits until it says so."""
        app = self.start_application(self.simulator)
        app.wait_text(OFFLINE)
        self.wait_for_list(app)
        return app

    def list_names(self, app):
        return [row.name for row in app.rows()]

    def is_refreshing(self, app):
        """Whether something turns in the place of the icon on the button."""
        spinners = app.look('button', 'Refresh').find_all(None, 'GtkSpinner')
        return any(spinner.is_shown() for spinner in spinners)

    def test_read_and_mark(self):
        app = self.open_window(self.simulator)
        before = self.n_open(app)
        names = self.list_names(app)
        self.quit(app, 'ctrl+w')
        self.simulator.stop()

        # What was read is there to be read.
        app = self.open_offline()
        self.assertEqual(self.list_names(app), names)
        self.assertEqual(self.n_open(app), before)
        app.rows(2)[1].mouse_click(across=0.3)
        app.wait_text(app.rows(2)[1].labels()[2])
        self.screenshot('offline')

        # Marking works, and waits.
        self.mark(app, 2)
        self.wait_header(app, f'^{before - 2} open')
        self.wait_header(app, '2 changes waiting')
        self.assertIsNone(self.find_row(app, names[0]))
        self.screenshot('offline-changes-waiting')

        # The button keeps the focus, so that it can be pressed again.
        self.focus(app, 'button', 'Try Again', 'shift+Tab')
        with DeadEnd(self.simulator.port) as dead_end:
            app.key('Return')
            self.wait_for(lambda: dead_end.count > 0, what='another try')
        self.wait_for(lambda: not self.is_refreshing(app), what='the end of it')
        app.wait_text(OFFLINE)
        self.assertEqual(app.focused(), app.look('button', 'Try Again'))
        self.screenshot('offline-try-again')

        self.simulator.start()
        app.key('F5')
        self.assert_sent_once(self.simulator, 2)
        self.wait_header_without(app, 'waiting')
        app.wait_gone('label', OFFLINE)
        self.assertEqual(self.n_open(app), before - 2)
        self.assertIn(app.focused().role, ('table row', 'list item'))
        self.screenshot('online-again')

    def test_try_again_and_next_start(self):
        """With the server down, closing waits for nothing; the rest goes at the next start."""
        app = self.open_window(self.simulator)
        before = self.n_open(app)
        self.simulator.stop()
        self.mark(app, 12)
        self.quit(app)

        app = self.open_offline()
        self.wait_header(app, '12 changes waiting')
        self.assertEqual(self.n_open(app), before - 12)
        self.screenshot('offline-12-changes-waiting')
        self.quit(app)

        app = self.open_offline()
        self.wait_header(app, '12 changes waiting')
        self.simulator.start()
        app.find('button', 'Try Again').mouse_click()
        self.assert_sent_once(self.simulator, 12)
        self.wait_header_without(app, 'waiting')
        app.wait_gone('label', OFFLINE)

    def test_sends_without_a_window(self):
        """Closing ends the undo time; the process sends on, and a new start takes it over."""
        self.configure({**self.settings, 'undo-seconds': '120'})
        app = self.open_window(self.simulator)
        self.mark(app, 5)
        self.assertEqual(self.simulator.ledger(), [])
        self.quit(app)
        self.assert_sent_once(self.simulator, 5)

    def test_window_comes_back_while_sending(self):
        self.configure({**self.settings, 'undo-seconds': '120'})
        app = self.open_window(self.simulator)
        before = self.n_open(app)
        self.mark(app, 3)
        self.set_faults(self.simulator, hang=1)
        app.key('ctrl+w')
        self.wait_for(lambda: not x11.windows(app.pid), what='no window')
        self.assertTrue(app.is_running())

        # The process that is still sending shows its window again, and no second one stays.
        second = self.start_application(self.simulator, window=False)
        self.assertEqual(second.wait_for_exit(), 0, second.output())
        app.wait_for_window()
        self.wait_header(app, f'^{before - 3} open.*3 changes waiting')
        self.screenshot('window-came-back')

    def test_crash(self):
        app = self.open_window(self.simulator)
        before = self.n_open(app)
        self.mark(app, 4)
        app.stop(signal.SIGKILL)
        self.assertEqual(self.simulator.ledger(), [])

        # They can still be undone, and go when nobody does.
        app = self.open_window(self.simulator)
        app.wait_text('4 events marked as actioned')
        self.assertEqual(self.n_open(app), before - 4)
        self.screenshot('after-a-crash')
        self.quit(app)
        self.assert_sent_once(self.simulator, 4)


if __name__ == '__main__':
    tap.main()
