"""The base of every UI test.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

import tap

from . import x11
from .application import Application
from .home import make_home
from .simulator import Simulator
from .wait import CAP, wait_for

BUILD = Path(os.environ.get('ACTIONED_TEST_BUILD') or Path(__file__).resolve().parents[3] / 'build')
SCREENSHOTS = BUILD / 'screenshots'


class UiTestCase(unittest.TestCase):
    """Gives each test a home of its own, and ends what it started.

    A test fails, whatever else it finds, when the program under test crashed or wrote a warning or
    worse. `allowed_warnings` may hold patterns of those that a test brings about on purpose.
    """

    maxDiff = None
    allowed_warnings = ()
    #: More lines for GTK's settings.ini.
    gtk_settings = ''

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix='home-', dir=os.environ.get('HOME')))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.home_env = make_home(self.home / 'home', self.gtk_settings)
        self.applications = []
        self.simulators = []

    def tearDown(self):
        for application in self.applications:
            application.stop()
        for simulator in self.simulators:
            simulator.stop()
        for application in self.applications:
            self.assertFalse(application.crashed(), application.output())
            self.assertEqual(application.problems(self.allowed_warnings), [])

    def run(self, result=None):
        """Runs the test; when it fails, saves a picture and tells what was to be seen."""
        method = getattr(self, self._testMethodName)

        def watched(*arguments):
            try:
                return method(*arguments)
            except unittest.SkipTest:
                raise
            except BaseException:
                self.tell_what_is_seen()
                raise

        setattr(self, self._testMethodName, watched)
        return super().run(result)

    def tell_what_is_seen(self):
        """Notes the trees and outputs of all programs, and takes a picture."""
        try:
            self.screenshot(f'failed-{self.id().replace("__main__.", "")}')
            for application in self.applications:
                tap.note(application.output()[-4000:])
                for window in application.windows():
                    tap.note('\n'.join(window.describe()))
        except Exception as error:  # The failure itself matters more than what is told about it.
            tap.note(f'Cannot tell what is seen: {error}')

    def start(self, command, env=None, window=True):
        """Starts any program in the test's home; waits for its window unless @window is False."""
        application = Application([str(word) for word in command], {**self.home_env, **(env or {})},
                                  self.home / 'output')
        self.applications.append(application)
        if window:
            application.wait_for_window()
        return application

    def start_simulator(self, *arguments):
        """Starts a simulated server; see `actioned-simulator --help` for the arguments."""
        simulator = Simulator(os.environ['ACTIONED_TEST_SIMULATOR'], *arguments)
        self.simulators.append(simulator)
        return simulator

    def start_application(self, simulator=None, *arguments, env=None, window=True):
        """Starts the application on a simulated server, or only with these arguments.

        Started again in the same test, it finds what it left: store, settings and keyring.
        """
        variables = {**(simulator.environment() if simulator else {}), **(env or {})}
        return self.start([os.environ['ACTIONED_TEST_PROGRAM'], *arguments], variables, window)

    def wait_for(self, predicate, cap=CAP, what=None):
        """See `wait_for ()`."""
        return wait_for(predicate, cap, what)

    def screenshot(self, name):
        """Saves the screen as screenshots/NAME.png under the build folder."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f'{re.sub(r"[^A-Za-z0-9._-]+", "-", name)}.png'
        x11.picture(path)
        return path

    def clipboard(self):
        """The text on the clipboard."""
        return x11.read_clipboard()
