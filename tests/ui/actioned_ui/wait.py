"""Waits for conditions.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import time

from gi.repository import GLib

CAP = 30


def wait_for(predicate, cap=CAP, what=None):
    """Calls @predicate until it returns something true, and returns that.

    Raises AssertionError after @cap seconds; @what says then what was waited for. A widget that goes
    away while it is looked at counts as not yet.
    """
    until = time.monotonic() + cap
    trouble = None
    while True:
        try:
            answer = predicate()
            trouble = None
        except (GLib.Error, LookupError) as error:
            answer = None
            trouble = error
        if answer:
            return answer
        if time.monotonic() >= until:
            reason = f' ({trouble})' if trouble else ''
            raise AssertionError(f'Not within {cap} seconds: {what or "the condition"}{reason}')
        time.sleep(0.03)
