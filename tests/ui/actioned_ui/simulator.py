"""The simulated server that the program under test talks to.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import http.client
import json
import select
import subprocess
import urllib.parse


class Simulator:
    """A running simulator. `base_url`, `org_id`, `api_key` and `api_secret` are what it told."""

    def __init__(self, program, *arguments):
        """Starts it with these arguments and waits until it listens."""
        self.program = str(program)
        self.arguments = [str(argument) for argument in arguments]
        self.process = None
        self.port = None
        self.start()

    def start(self):
        """Starts it, or starts it again on the same port after `stop ()`.

        Only with `--state FILE` does it remember its changes and ledger.
        """
        port = ['--port', str(self.port)] if self.port else []
        self.process = subprocess.Popen([self.program, *self.arguments, *port], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, text=True)
        if not select.select([self.process.stdout], [], [], 60)[0]:
            self.stop()
            raise AssertionError('The simulator did not say that it is ready')
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f'The simulator ended with {self.process.wait(10)}')
        ready = json.loads(line)
        self.base_url = ready['baseUrl']
        self.org_id = ready['orgId']
        self.api_key = ready['apiKey']
        self.api_secret = ready['apiSecret']
        self.port = urllib.parse.urlsplit(self.base_url).port

    def stop(self):
        """Ends it: for the program under test, the network is gone."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process = None

    def environment(self):
        """The variables by which the program under test finds it."""
        return {
            'ACTIONED_BASE_URL': self.base_url,
            'ACTIONED_ORG_ID': self.org_id,
            'ACTIONED_API_KEY': self.api_key,
            'ACTIONED_API_SECRET': self.api_secret,
        }

    def get(self, path):
        """Asks for something of its organisation as any client does, and returns the answer."""
        return self.change('GET', path)

    def change(self, method, path, body=None):
        """Asks its organisation to change something, as somebody else would, and returns the answer."""
        key = base64.b64encode(f'{self.api_key}:{self.api_secret}'.encode()).decode()
        _, token = self.request('POST', '/oauth/token', {'grant_type': 'client_credentials'},
                                {'Authorization': f'Basic {key}'})
        status, answer = self.request(method, f'/organizations/{self.org_id}/{path}', body,
                                      {'Authorization': f'Bearer {token["access_token"]}'})
        if status != 200:
            raise AssertionError(f'{method} {path} answered {status}: {answer}')
        return answer

    def request(self, method, path, body=None, headers=None):
        """Sends a request of our own and returns status and decoded answer (None when empty)."""
        parts = urllib.parse.urlsplit(self.base_url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
        try:
            connection.request(method, path, None if body is None else json.dumps(body),
                               {**({} if body is None else {'Content-Type': 'application/json'}), **(headers or {})})
            response = connection.getresponse()
            text = response.read().decode('utf-8')
            return response.status, json.loads(text) if text.strip() else None
        finally:
            connection.close()

    def ledger(self, changed_only=True):
        """The changes that it accepted, in order; repeats that altered nothing only on request."""
        status, entries = self.request('GET', '/_simulator/ledger')
        if status != 200:
            raise AssertionError(f'The ledger answered {status}')
        return [entry for entry in entries if entry.get('changed') or not changed_only]
