#!/usr/bin/python3
"""Tries what the window tells of a synchronisation, and what holds it back.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re

import gi
import tap
from actioned_ui import ReviewCase

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

PORTAL = 'This network asks you to sign in first'
SAVER = 'Power is being saved'

PROFILES = """
<node>
  <interface name='net.hadess.PowerProfiles'>
    <property name='ActiveProfile' type='s' access='read'/>
  </interface>
</node>
"""


class PowerProfiles:
    """Says on the bus of the test, as a laptop does on its own, that power is being saved."""

    def __init__(self):
        self.profile = 'power-saver'
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(PROFILES).interfaces[0]
        self.bus.register_object('/net/hadess/PowerProfiles', interface, None, self.get, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                           GLib.Variant('(su)', ('net.hadess.PowerProfiles', 0)), None, 0, -1, None)

    def get(self, *_):
        return GLib.Variant('s', self.profile)

    def change(self, profile):
        self.profile = profile
        changed = GLib.Variant('(sa{sv}as)', ('net.hadess.PowerProfiles',
                                              {'ActiveProfile': GLib.Variant('s', profile)}, []))
        self.bus.emit_signal(None, '/net/hadess/PowerProfiles', 'org.freedesktop.DBus.Properties',
                             'PropertiesChanged', changed)
        self.turn()

    @staticmethod
    def turn():
        """Answers what was asked."""
        while GLib.MainContext.default().iteration(False):
            pass
        return False


class SyncStatus(ReviewCase):
    connection = {'request-ceiling': '10'}

    def open_status(self, app):
        """Opens the popover of the connection, where the status is."""
        app.find('button', '127.0.0.1').mouse_click()
        return app.find('button', re.compile('^(Pause|Resume)$'))

    def test_progress_and_pause(self):
        """It tells how far it is; it stands still when it is paused, and goes on where it was."""
        simulator = self.start_simulator('--events', '16000', '--latency-ms', '30')
        app = self.open_window(simulator)
        self.wait_header(app, 'reading earlier events', cap=60)
        button = self.open_status(app)
        app.find(None, 'Reading earlier events')
        app.find('label', re.compile(r'^\d+ pages? · [\d,]+ events · [\d,]+ a second · back to '))
        self.screenshot('sync-status')
        button.click()
        app.find(None, 'Paused')
        self.wait_header(app, 'paused')
        app.find('button', 'Resume')
        self.screenshot('sync-status-paused')

        app.find('button', 'Resume').click()
        app.find(None, 'Reading earlier events')
        self.wait_header_without(app, 'paused')
        app.find(None, 'Reading ahead for the time offline', cap=120)
        self.wait_header_without(app, 'reading earlier events')
        self.screenshot('sync-status-ahead')

    def test_narrow(self):
        simulator = self.start_simulator('--events', '16000', '--latency-ms', '30')
        app = self.open_window(simulator)
        self.wait_header(app, 'reading earlier events', cap=60)
        app.resize(360, 640)
        self.open_status(app)
        app.find('label', re.compile('back to '))
        self.screenshot('sync-status-narrow')

    def test_portal(self):
        """Nothing is refused by a network that asks to sign in first."""
        simulator = self.start_simulator('--events', '120')
        app = self.open_window(simulator)
        before = self.n_open(app)
        self.set_faults(simulator, html=1)
        self.mark(app, 2)
        app.wait_text(PORTAL, cap=30)
        self.wait_header(app, '2 changes waiting')
        app.find('button', 'Open Network Page')
        self.screenshot('sync-portal')
        app.resize(360, 640)
        self.wait_for(lambda: app.inner_size()[0] == 360, what='a narrow window')
        self.wait_header(app, '2 changes waiting')
        self.screenshot('sync-portal-narrow')

        app.resize(1240, 800)
        app.find('button', 'Open Network Page').click()
        self.wait_for(lambda: self.opened_links() == ['http://nmcheck.gnome.org/'], what='the page')
        app.find('button', 'Try Again').click()
        app.wait_text(PORTAL)
        self.set_faults(simulator, html=0)
        app.find('button', 'Try Again').click()
        app.wait_gone('label', PORTAL, cap=30)
        self.assert_sent_once(simulator, 2)
        self.wait_header_without(app, 'waiting')
        self.assertEqual(self.n_open(app), before - 2)

    def test_power_saver(self):
        """Only open events are read, until the user says otherwise or power is saved no more."""
        profiles = PowerProfiles()
        simulator = self.start_simulator('--events', '120')
        bus = {'DBUS_SYSTEM_BUS_ADDRESS': os.environ['DBUS_SESSION_BUS_ADDRESS']}
        app = self.start_application(simulator, env=bus, window=False)
        self.wait_for(lambda: profiles.turn() or app.windows(), what='a window')
        self.wait_for(lambda: profiles.turn() or app.look('label', SAVER), what='the note')
        self.wait_for_list(app)
        self.assertIsNone(app.look('label', re.compile('reading earlier')))
        self.screenshot('sync-power-saver')
        self.open_status(app)
        self.screenshot('sync-power-saver-status')
        app.key('Escape')

        app.find('button', 'Download Anyway').click()
        app.wait_gone('label', SAVER)
        self.wait_for(lambda: profiles.turn() or len(app.rows(130)) > 0, what='rows')
        profiles.change('balanced')


if __name__ == '__main__':
    tap.main()
