"""A thing in the window, as assistive technology sees it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
from collections import deque
from itertools import chain

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from . import x11  # noqa: E402
from .wait import CAP, wait_for  # noqa: E402

# Names that stand for a role on every version of the accessibility bus and of GTK.
ROLES = {
    'button': {'push button', 'toggle button', 'button'},
    'switch': {'check box', 'switch', 'toggle button'},
    'window': {'frame', 'window'},
    'dialog': {'dialog', 'alert'},
    'row': {'table row', 'list item'},
}
# A list with more children than this is passed over unless its rows are asked for.
MANY = 50
TOP_LEVELS = {'frame', 'window', 'dialog', 'alert'}


def plain_name(name):
    """Undoes what GTK 4.8 does to names: "_Delete Delete" and "Row 3 Row 3"."""
    words = re.sub(r'_(\w)', r'\1', name) if name.startswith('_') else name
    half = len(words) // 2
    if len(words) % 2 and words[half] == ' ' and words[:half] == words[half + 1:]:
        return words[:half]
    return words


def fits(value, wanted):
    """Whether a text is what was wanted: None takes all, a pattern searches, a function decides."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(value) is not None
    if callable(wanted):
        return bool(wanted(value))
    return value == wanted


class Widget:
    """Wraps one accessible object. It may go away at any time; then calls raise GLib.Error.

    What `find ()` gave is found again when it is clicked on, or asked for its text or state, and has
    been made anew in the meantime.
    """

    def __init__(self, accessible):
        self.accessible = accessible
        self.look_again = None

    def __eq__(self, other):
        return isinstance(other, Widget) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'

    # What it is

    @property
    def role(self):
        """The name of its role, such as 'push button'."""
        return self.accessible.get_role_name()

    @property
    def name(self):
        """Its accessible name, as a person would hear it."""
        return plain_name(self.accessible.get_name() or '')

    @property
    def description(self):
        """Its accessible description."""
        return self.accessible.get_description() or ''

    @property
    def text(self):
        """The text in an entry or text view, or shown by a label."""
        def read():
            text = self.accessible.get_text_iface()
            if text is None:
                return self.name
            # Asking for "to the end" answers nothing; the number of characters must be given.
            return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        return self.renewed(read)

    @property
    def states(self):
        """The set of its states by name, such as {'focused', 'checked', 'sensitive'}."""
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    def has(self, state):
        """Whether it is in a state: 'checked', 'pressed', 'focused', 'sensitive', 'selected'…"""
        return self.renewed(lambda: state in self.states)

    def renewed(self, ask):
        """Calls a function that asks for something of it, again if it was made anew meanwhile."""
        try:
            # What has gone answers many questions with nothing, but this one with an error.
            self.accessible.get_role_name()
            return ask()
        except GLib.Error:
            found = self.look_again() if self.look_again else None
            if found is None:
                raise
            self.accessible = found.accessible
            return ask()

    def is_shown(self):
        """Whether a person could see its centre, or the centre of something in it.

        GTK 4.8 does not tell whether a thing is on the screen, so this asks what is to be found at
        that place. What is scrolled away, or covered by something else, is not shown.
        """
        x, y, width, height = self.extents()
        if width <= 0 or height <= 0:
            return False
        top = self.top_level.accessible.get_component_iface()
        found = Atspi.Component.get_accessible_at_point(top, x + width // 2, y + height // 2,
                                                        Atspi.CoordType.WINDOW)
        if found is None:
            # GTK 4.8 knows only the things that somebody has asked for.
            for _ in self.walk():
                pass
            found = Atspi.Component.get_accessible_at_point(top, x + width // 2, y + height // 2,
                                                            Atspi.CoordType.WINDOW)
        there = Widget(found) if found else None
        if there is None:
            return False
        # What is insensitive is passed over in favour of what it stands on.
        return self in there.lineage() or (not self.has('sensitive') and there in self.lineage())

    # What is around it

    @property
    def parent(self):
        """What it is in, or None."""
        parent = self.accessible.get_parent()
        return Widget(parent) if parent else None

    @property
    def children(self):
        """What is directly in it."""
        found = (self.accessible.get_child_at_index(i) for i in range(self.accessible.get_child_count()))
        return [Widget(child) for child in found if child]

    def lineage(self):
        """The widget itself and all that it is in, up to its window."""
        found = [self]
        while found[-1].role not in TOP_LEVELS and found[-1].parent is not None:
            found.append(found[-1].parent)
        return found

    @property
    def top_level(self):
        """The window or dialog that it is in."""
        return self.lineage()[-1]

    def walk(self, rows=False):
        """Yields everything in it, nearest first; what is in long lists only with @rows."""
        queue = deque([self])
        while queue:
            node = queue.popleft()
            if node is not self:
                yield node
            if rows or node is self or node.accessible.get_child_count() <= MANY:
                queue.extend(node.children)

    def find_all(self, role=None, name=None, rows=False):
        """Everything in it with a role and a name, nearest first.

        @role is a role's name or one of `ROLES`; @name a text, a compiled pattern that is searched
        in the name, or a function of it; None takes all.
        """
        roles = ROLES.get(role, {role})
        return [node for node in self.walk(rows)
                if (role is None or node.role in roles) and fits(node.name, name)]

    def look(self, role=None, name=None, rows=False):
        """The first that `find_all ()` would give, or None. Does not wait."""
        roles = ROLES.get(role, {role})
        for node in self.walk(rows):
            if (role is None or node.role in roles) and fits(node.name, name):
                return node
        return None

    def find(self, role=None, name=None, rows=False, cap=CAP):
        """Waits until `look ()` gives something, and returns it."""
        def look():
            return self.renewed(lambda: self.look(role, name, rows))
        found = wait_for(look, cap, f'a {role} named {name!r}')
        found.look_again = look
        return found

    def wait_gone(self, role=None, name=None, rows=False, cap=CAP):
        """Waits until nothing in it has this role and name, or what has is hidden."""
        def gone():
            node = self.look(role, name, rows)
            return node is None or not node.is_shown()
        wait_for(gone, cap, f'no {role} named {name!r}')

    # Lists

    def rows(self, limit=30):
        """The first @limit rows of a list or table, without the row of column titles.

        May be called on the list or on anything around it, such as the window.
        """
        longest = self.longest_list()
        if longest is None:
            return []
        count = min(limit, longest.accessible.get_child_count())
        found = (longest.accessible.get_child_at_index(i) for i in range(count))
        return [row for row in (Widget(child) for child in found if child) if row.role in ROLES['row']]

    def longest_list(self):
        """The list or table in it with the most children, or the first long one; None without any."""
        longest, most = None, -1
        for node in chain([self], self.walk()):
            if node.role in ('list', 'list box', 'table', 'tree table'):
                count = node.accessible.get_child_count()
                if count > most:
                    longest, most = node, count
                # Looking further takes long, and no window has two long lists.
                if count > MANY:
                    break
        return longest

    def is_long(self):
        """Whether it still exists and has so many children that only a list of rows can have them."""
        try:
            return self.accessible.get_child_count() > MANY
        except GLib.Error:
            return False

    def labels(self):
        """The texts of all labels in it, in order of reading; for a row, what its cells say."""
        texts = []
        for child in self.children:
            if child.role == 'label':
                texts.append(child.name)
            else:
                texts.extend(child.labels())
        return texts

    # What a person does with it

    def click(self):
        """Does its first action, as assistive technology would; for buttons, menu items, switches."""
        def find_action():
            action = self.accessible.get_action_iface()
            return action if action and Atspi.Action.get_n_actions(action) > 0 else None
        action = self.renewed(find_action)
        if action is None:
            raise AssertionError(f'{self!r} has no action')
        Atspi.Action.do_action(action, 0)

    def set_text(self, text):
        """Replaces the text of an entry."""
        editable = self.accessible.get_editable_text_iface()
        if editable is None:
            raise AssertionError(f'{self!r} takes no text')
        Atspi.EditableText.set_text_contents(editable, text)

    def select_child(self, index):
        """Selects a child of a list."""
        Atspi.Selection.select_child(self.accessible.get_selection_iface(), index)

    def extents(self):
        """Its x, y, width and height within its window, in pixels."""
        component = self.accessible.get_component_iface()
        box = Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def screen_point(self, across=0.5, down=0.5):
        """A point of it on the screen; by default its centre. Not for what is in a popover."""
        def measure():
            top = self.top_level
            _, _, top_width, top_height = top.extents()
            window = x11.find_window(self.accessible.get_process_id(), top.name, top_width, top_height)
            x, y, width, height = self.extents()
            return window.x + x + int(width * across), window.y + y + int(height * down)
        return self.renewed(measure)

    def mouse_click(self, button=1, modifiers=(), count=1, across=0.5, down=0.5):
        """Clicks on it with the mouse, with keys such as 'shift' or 'ctrl' held."""
        x11.click(*self.screen_point(across, down), button, modifiers, count)

    def drag_to(self, other):
        """Drags it onto another thing with the mouse."""
        x11.drag(self.screen_point(), other.screen_point())

    def hover(self, across=0.5, down=0.5):
        """Moves the pointer onto it."""
        x11.move(*self.screen_point(across, down))

    def scroll(self, clicks, across=0.5, down=0.5):
        """Turns the wheel over it; up with negative @clicks."""
        x, y = self.screen_point(across, down)
        # The first movement of a pointer that was elsewhere only enters the window.
        x11.move(x, y)
        x11.move(x + 1, y)
        x11.scroll(x + 1, y, clicks)

    def describe(self, rows=False, depth=0):
        """The tree below it as text, for a person who has to find out why a test failed."""
        wanted = ('focused', 'checked', 'pressed', 'selected', 'expanded')
        states = ' '.join(state for state in wanted if state in self.states)
        lines = [f'{"  " * depth}{self.role} {self.name!r} {states}'.rstrip()]
        children = self.children
        if not rows and len(children) > MANY:
            lines.append(f'{"  " * (depth + 1)}… and {len(children) - 5} more')
            children = children[:5]
        for child in children:
            lines.extend(child.describe(rows, depth + 1))
        return lines
