"""A server with a certificate that nobody has reason to trust.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import http.server
import ssl
import subprocess
import threading


class Impostor:
    """Speaks TLS on a port of this computer, and notes every request that it gets all the same."""

    def __init__(self, folder, subject):
        key, certificate = folder / 'impostor.key', folder / 'impostor.pem'
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1',
                        '-nodes', '-days', '2', '-subj', subject, '-keyout', key, '-out', certificate],
                       check=True, stderr=subprocess.DEVNULL)
        self.requests = []
        requests = self.requests

        class Handler(http.server.BaseHTTPRequestHandler):
            def handle_one_request(self):
                line = self.rfile.readline()
                if line:
                    requests.append(line)

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        # The handshake belongs to the thread of the connection, which may fail alone.
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.handle_error = lambda request, address: None
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                 do_handshake_on_connect=False)
        self.url = f'https://127.0.0.1:{self.server.server_port}'
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self):
        """Ends it."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
