"""Drives the real window as a person would, through the accessibility bus, keyboard and mouse.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later

A test file looks like this, and is run by `run-ui-test FILE [WORD…]`:

    import tap
    from actioned_ui import UiTestCase

    class Marking(UiTestCase):
        def test_one_event(self):
            simulator = self.start_simulator('--events', '20')
            window = self.start_application(simulator)
            window.find('button', 'Refresh').click()
            self.wait_for(lambda: simulator.ledger())
            self.screenshot('marking')

    if __name__ == '__main__':
        tap.main()

What to know about GTK 4.8 before writing one:

- A GtkSwitch has the role 'check box'; 'switch' finds it on every version. 'button' finds push and
  toggle buttons.
- A GtkCheckButton has no action of its own: `mouse_click ()` it, or `key ('space')` when focused.
- Column titles, rows and cells have no useful names unless the program gives them some; their
  labels do. Some 205 rows exist whatever the window shows.
- A name that is set twice reads "Yes Yes", with a mnemonic "_Yes Yes"; `Widget.name` undoes both.
- AdwMessageDialog has each button twice, for wide and narrow; `find ()` takes the first.
- What a revealer or a stack hides is still in the tree; `is_shown ()` tells.
- `ReviewCase.photograph ()` takes a dialog as it is and 360 pixels wide; `env=DARK` makes a program
  dark.
- Never sleep: `wait_for ()` a condition.
"""

from .application import Application
from .case import UiTestCase
from .connecting import ConnectingCase
from .impostor import Impostor
from .review import DARK, ReviewCase
from .several import SeveralCase
from .simulator import Simulator
from .wait import wait_for
from .widget import Widget

__all__ = ['DARK', 'Application', 'ConnectingCase', 'Impostor', 'ReviewCase', 'SeveralCase', 'Simulator', 'UiTestCase',
           'Widget', 'wait_for']
