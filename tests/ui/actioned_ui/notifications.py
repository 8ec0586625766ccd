"""The part of the desktop that shows notifications: it writes down what it is told.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import subprocess
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

NAME = 'org.gtk.Notifications'
PATH = '/org/gtk/Notifications'
INTERFACE = """
<node>
  <interface name='org.gtk.Notifications'>
    <method name='AddNotification'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
    </method>
    <method name='RemoveNotification'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/>
    </method>
  </interface>
</node>
"""


class Notifications:
    """Is on the session bus from `Notifications (FILE)` to `stop ()`; it must be there before the program."""

    def __init__(self, path):
        self.path = path
        with open(path, 'w', encoding='utf-8') as log:
            self.process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.DEVNULL,
                                            stdout=log)

    def lines(self):
        """All that it has written so far, without a line that is not finished."""
        return [json.loads(line) for line in self.path.read_text(encoding='utf-8').split('\n')[:-1]]

    def is_ready(self):
        """Whether it is on the bus."""
        return bool(self.lines())

    def calls(self):
        """What it was told: lists of method, application and id, and what a notification has."""
        return self.lines()[1:]

    def stop(self):
        """Takes it off the bus."""
        self.process.terminate()
        self.process.wait(10)


def tell(*words):
    """Writes a line for the test."""
    print(json.dumps(words), flush=True)


def main():
    """Serves the session bus until it is ended."""
    def call(_bus, _sender, _path, _interface, method, parameters, invocation):
        tell(method, *parameters.unpack())
        invocation.return_value(None)

    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], call, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: tell('ready'), None)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
