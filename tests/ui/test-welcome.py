#!/usr/bin/python3
"""The first start: what is offered, and where it leads.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import tap
from actioned_ui import DARK, ReviewCase


class Welcome(ReviewCase):
    def test_offers(self):
        app = self.start_application()
        app.find(None, 'Welcome to Actioned')
        connect = app.find('button', 'Connect an Organisation')
        self.wait_for(lambda: connect.has('focused'), what='the focus on the first offer')
        app.find('button', 'Try the Demo')
        self.photograph(app, 'welcome')
        app.key('Return')
        self.assertEqual(self.dialog(app).name, 'New Connection')
        app.key('Escape')
        self.wait_no_dialog(app)

    def test_dark(self):
        app = self.start_application(env=DARK)
        app.find(None, 'Welcome to Actioned')
        self.screenshot('welcome-dark')

    def test_demo(self):
        app = self.start_application()
        app.find('button', 'Try the Demo').click()
        self.wait_header(app, 'open · as of')

    def test_half_an_environment(self):
        """What is missing is said, and both ways are open all the same."""
        app = self.start_application(env={'ACTIONED_ORG_ID': 'org-1'})
        app.find(None, lambda name: 'ACTIONED_API_SECRET' in name)
        app.find('button', 'Connect an Organisation')
        self.screenshot('welcome-problem')


if __name__ == '__main__':
    tap.main()
