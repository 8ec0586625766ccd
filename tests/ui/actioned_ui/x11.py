"""Keyboard, mouse, windows and pictures on the X display.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import subprocess
from collections import namedtuple

from .wait import wait_for

# Keys of the X keyboard that stand for nothing.
SPARE_KEYS = range(247, 256)

Window = namedtuple('Window', 'id title x y width height')


def xdotool(*words, check=True):
    """Runs xdotool and returns what it printed."""
    return subprocess.run(['xdotool', *map(str, words)], check=check, timeout=30,
                          capture_output=True, text=True).stdout.strip()


def windows(pid):
    """The visible windows of a process."""
    found = []
    for window in xdotool('search', '--onlyvisible', '--pid', pid, check=False).split():
        shape = dict(line.split('=', 1) for line in
                     xdotool('getwindowgeometry', '--shell', window, check=False).splitlines() if '=' in line)
        if shape:
            found.append(Window(window, xdotool('getwindowname', window, check=False), int(shape['X']),
                                int(shape['Y']), int(shape['WIDTH']), int(shape['HEIGHT'])))
    return found


def find_window(pid, title, width, height):
    """Waits for the window with this title and size; of several, the size decides before the title."""
    def find():
        found = windows(pid)
        same_size = [window for window in found if (window.width, window.height) == (width, height)]
        candidates = same_size or found
        same_title = [window for window in candidates if window.title == title]
        return (same_title or same_size or [None])[0]
    return wait_for(find, what=f'a window {title!r} of {width}x{height} pixels')


def has_focus(pid):
    """Whether keys that are pressed now go to this process."""
    window = xdotool('getactivewindow', check=False)
    return bool(window) and xdotool('getwindowpid', window, check=False) == str(pid)


def resize(pid, width, height):
    """Makes the window that has the focus another size, and waits until it has it."""
    wait_for(lambda: has_focus(pid), what='the keyboard focus')
    window = xdotool('getactivewindow')

    # What is in it may need less room once it has less, so it is pulled more than once.
    def fits_in():
        xdotool('windowsize', window, width, height, check=False)
        return any(found.id == window and (found.width, found.height) == (width, height) for found in windows(pid))
    wait_for(fits_in, what=f'a window of {width}x{height} pixels')


def active_size():
    """Width and height of the window that has the focus."""
    shape = dict(line.split('=', 1) for line in
                 xdotool('getactivewindow', 'getwindowgeometry', '--shell').splitlines() if '=' in line)
    return int(shape['WIDTH']), int(shape['HEIGHT'])


def key(*chords):
    """Presses chords such as 'ctrl+a', 'Return', 'shift+space', one after the other."""
    xdotool('key', '--clearmodifiers', *chords)


def lay_out(characters):
    """Puts characters that the keyboard lacks onto keys that it does not use.

    xdotool would do so for the moment of each key press only, and a program that looks a moment
    later finds no character on the key.
    """
    if len(characters) > len(SPARE_KEYS):
        raise AssertionError(f'No more than {len(SPARE_KEYS)} different characters beyond ASCII at a time')
    words = []
    for code, character in zip(SPARE_KEYS, characters):
        words += ['-e', f'keycode {code} = U{ord(character):04X}']
    subprocess.run(['xmodmap', *words], check=True, timeout=30)


def write(text):
    """Types a text; beyond ASCII, at most nine different characters of it."""
    foreign = sorted({character for character in text if not character.isascii()})
    if foreign:
        lay_out(foreign)
    xdotool('type', '--clearmodifiers', '--', text)


def move(x, y):
    """Moves the pointer."""
    xdotool('mousemove', x, y)


def click(x, y, button=1, modifiers=(), count=1):
    """Clicks at a place on the screen, with modifier keys held."""
    words = ['mousemove', x, y]
    for name in modifiers:
        words += ['keydown', name]
    words += ['click', '--repeat', count, '--delay', 60, button]
    for name in reversed(modifiers):
        words += ['keyup', name]
    xdotool(*words)


def scroll(x, y, clicks):
    """Turns the wheel at a place; up with negative @clicks."""
    xdotool('mousemove', x, y, 'click', '--repeat', abs(clicks), '--delay', 15, 5 if clicks > 0 else 4)


def picture(path):
    """Saves the whole screen as a PNG file."""
    subprocess.run(['import', '-window', 'root', str(path)], check=True, timeout=60)


def read_clipboard():
    """The text on the clipboard."""
    return subprocess.run(['xclip', '-selection', 'clipboard', '-o'], check=False, timeout=10,
                          capture_output=True, text=True).stdout


def write_clipboard(text):
    """Puts a text on the clipboard. What holds it there ends with the display."""
    subprocess.run(['xclip', '-selection', 'clipboard', '-i'], check=True, timeout=10, input=text, text=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def drag(start, end):
    """Drags from a place on the screen to another one; the steps are what tells a drag from a click."""
    words = ['mousemove', *start, 'mousedown', 1]
    for step in range(1, 11):
        words += ['mousemove', *(int(a + (b - a) * step / 10) for a, b in zip(start, end)), 'sleep', 0.02]
    xdotool(*words, 'mouseup', 1)
