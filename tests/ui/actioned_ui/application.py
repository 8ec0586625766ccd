"""The program under test: its process, its windows and what it wrote.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import signal
import subprocess

from . import x11
from .wait import CAP, wait_for
from .widget import TOP_LEVELS, Atspi, Widget, fits

# How much wider a window on the screen may be than what is drawn in it.
FRAME = 16
PROBLEM = re.compile(r'(?:-|: |^)(?:CRITICAL|WARNING|ERROR) \*\*')


class Application:
    """A running program with windows. `find ()` and its like look through all of them."""

    def __init__(self, command, env, log_path):
        """Starts @command with @env added to the environment; its output goes to @log_path."""
        self.log_path = log_path
        self.ended_by_us = False
        self.list = None
        with open(log_path, 'ab') as log:
            self.log_start = log.tell()
            self.process = subprocess.Popen(command, env={**os.environ, **env}, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=subprocess.STDOUT)

    @property
    def pid(self):
        return self.process.pid

    # Its windows

    def root(self):
        """The object that holds all its windows; LookupError while it is not on the bus."""
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.pid:
                return Widget(child)
        raise LookupError(f'process {self.pid} is not on the accessibility bus')

    def wait_for_window(self, cap=60):
        """Waits until it shows a window that has the focus, and returns it as a Widget."""
        def ready():
            if self.process.poll() is not None:
                raise AssertionError(f'It ended with {self.process.returncode}:\n{self.output()}')
            return self.windows() and x11.has_focus(self.pid)
        wait_for(ready, cap, 'a window with the focus')
        return self.windows()[0]

    def windows(self):
        """Its windows and dialogs."""
        try:
            return [child for child in self.root().children if child.role in TOP_LEVELS]
        except LookupError:
            return []

    def look(self, role=None, name=None, rows=False):
        """The first thing with this role and name in any window, or None; see `Widget.look ()`."""
        return self.root().look(role, name, rows)

    def find(self, role=None, name=None, rows=False, cap=CAP):
        """Waits for a thing with this role and name in any window; see `Widget.find_all ()`."""
        def look():
            return self.look(role, name, rows)
        found = wait_for(look, cap, f'a {role} named {name!r}')
        found.look_again = look
        return found

    def find_all(self, role=None, name=None, rows=False):
        """Everything with this role and name; see `Widget.find_all ()`."""
        return self.root().find_all(role, name, rows)

    def wait_gone(self, role=None, name=None, rows=False, cap=CAP):
        """Waits until nothing shown has this role and name."""
        self.root().wait_gone(role, name, rows, cap)

    def wait_text(self, text, cap=CAP):
        """Waits for a label with a text (or pattern, or function) that is shown, and returns it."""
        def find():
            return next((node for node in self.root().walk()
                         if node.role == 'label' and fits(node.name, text) and node.is_shown()), None)
        return wait_for(find, cap, f'the text {text!r}')

    def focused(self):
        """The thing that has the keyboard focus, or None."""
        # A window below a dialog remembers what had the focus in it, and stands before it.
        def look(rows):
            return next((node for window in reversed(self.windows())
                         for node in window.walk(rows) if node.has('focused')), None)
        # Looking through all rows takes long.
        return look(False) or look(True)

    def rows(self, limit=30):
        """The rows of its longest list; see `Widget.rows ()`."""
        # Finding the list takes longer than reading it, so it is kept as long as it exists.
        if self.list is None or not self.list.is_long():
            self.list = self.root().longest_list()
        return self.list.rows(limit) if self.list else []

    # Keyboard

    def key(self, *chords):
        """Presses real keys once one of its windows has the focus: 'ctrl+a', 'Return'…"""
        wait_for(lambda: x11.has_focus(self.pid), what='the keyboard focus')
        x11.key(*chords)

    def write(self, text):
        """Types a text on the keyboard once one of its windows has the focus."""
        wait_for(lambda: x11.has_focus(self.pid), what='the keyboard focus')
        x11.write(text)

    def frame(self):
        """How much wider and higher its window that has the focus is than what is drawn in it."""
        width, height = x11.active_size()
        for window in self.windows():
            _, _, inner_width, inner_height = window.extents()
            if 0 <= width - inner_width <= FRAME and 0 <= height - inner_height <= FRAME:
                return width - inner_width, height - inner_height
        return None

    def resize(self, width, height):
        """Makes its window that has the focus another size, as a person does by dragging its edge."""
        wait_for(lambda: x11.has_focus(self.pid), what='the keyboard focus')
        across, down = wait_for(self.frame, what='the frame of the window')
        x11.resize(self.pid, width + across, height + down)
        wait_for(lambda: self.frame() is not None, what=f'a layout for {width}x{height} pixels')

    def inner_size(self):
        """Width and height of what is drawn in its window that has the focus."""
        width, height = x11.active_size()
        across, down = wait_for(self.frame, what='the frame of the window')
        return width - across, height - down

    # Its process

    def output(self):
        """What it has written so far to stdout and stderr."""
        with open(self.log_path, 'rb') as log:
            log.seek(self.log_start)
            return log.read().decode('utf-8', 'replace')

    def problems(self, allowed=()):
        """The lines of its output that are warnings or worse, but for those that match a pattern."""
        return [line for line in self.output().splitlines()
                if PROBLEM.search(line) and not any(re.search(pattern, line) for pattern in allowed)]

    def is_running(self):
        """Whether the process still runs."""
        return self.process.poll() is None

    def wait_for_exit(self, cap=CAP):
        """Waits until it has ended by itself, and returns its exit status."""
        try:
            return self.process.wait(cap)
        except subprocess.TimeoutExpired:
            raise AssertionError(f'It still runs after {cap} seconds') from None

    def stop(self, how=signal.SIGTERM):
        """Ends it by a signal; SIGKILL for a crash in which it cannot save anything."""
        if not self.is_running():
            return
        self.ended_by_us = True
        self.process.send_signal(how)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def crashed(self):
        """Whether it ended by a signal that was not ours."""
        return not self.ended_by_us and (self.process.poll() or 0) < 0
