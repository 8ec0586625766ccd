"""The line between the program and a server, which remembers the secrets that went over it.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import socket
import threading

AUTHORIZATION = re.compile(rb'^authorization: (?:basic|bearer) (\S+)\r$', re.IGNORECASE | re.MULTILINE)


class Wire:
    """Listens at `base_url` and hands on what it gets to a server on this computer, and back."""

    def __init__(self, port):
        self.port = port
        self.sent = b''
        self.lock = threading.Lock()
        self.server = socket.create_server(('127.0.0.1', 0))
        self.base_url = f'http://127.0.0.1:{self.server.getsockname()[1]}'
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.server.accept()
                server = socket.create_connection(('127.0.0.1', self.port))
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, client, False), daemon=True).start()

    def carry(self, source, target, is_from_client):
        try:
            while data := source.recv(65536):
                if is_from_client:
                    with self.lock:
                        self.sent += data
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def secrets(self):
        """What came after "Basic" and "Bearer" so far."""
        with self.lock:
            return {secret.decode() for secret in AUTHORIZATION.findall(self.sent)}

    def close(self):
        """Takes no more calls."""
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
