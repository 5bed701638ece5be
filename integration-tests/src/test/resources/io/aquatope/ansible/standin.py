#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the playbooks see of a controller, an invoker and its host, and nothing behind it."""

import base64
import http.client
import http.server
import json
import os
import signal
import socket
import socketserver
import sys
import urllib.error
import urllib.request
import zipfile
import zlib

PLUGIN = "/invoker/ext-lib/aquatope-invoker-plugin.jar"
USER = "guest:s3cr3t-of-guest"


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, status, value):
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def is_user(self, user):
        expected = "Basic " + base64.b64encode(user.encode()).decode()
        return self.headers.get("Authorization") == expected

    def log_message(self, *words):
        sys.stderr.write("%s\n" % (words[0] % words[1:]))


class Invoker(Handler):
    """Loads the plugin if it is selected, as far as that can be without OpenWhisk."""

    enabled = True
    plugin = False
    tells = False
    running = 0
    fails = ""

    @classmethod
    def load(cls):
        for name in ("InvokerProvider", "ContainerFactoryProvider"):
            provider = os.environ.get("CONFIG_whisk_spi_" + name, "")
            if provider.startswith("io.aquatope."):
                zipfile.ZipFile(PLUGIN).getinfo(provider.replace(".", "/") + "$.class")
                cls.plugin = True
        server = os.environ.get("CONFIG_whisk_spi_InvokerServerProvider", "")
        cls.tells = server.startswith("io.aquatope.")
        # Activations that end one after the other, as the invoker is asked about them.
        cls.running = 2 if cls.tells else 0
        cls.fails = os.environ.get("STANDIN_FAILS", "") if cls.plugin else ""
        if cls.fails == "start":
            sys.exit("a fault of the stand-in, as asked")

    def do_GET(self):
        if self.path == "/ping":
            self.answer(503 if self.fails == "ping" else 200, "pong")
        elif not self.is_user(self.operator()):
            self.answer(401, "unauthorized")
        elif self.path == "/pool/count":
            self.answer(200, 0)
        elif self.path == "/aquatope/status" and self.tells:
            busy, none = {"count": Invoker.running}, {"count": 0}
            self.answer(200, {"pool": {"busy": busy, "waiting": none}})
            Invoker.running = max(0, Invoker.running - 1)
        elif self.path == "/isEnabled":
            self.answer(200, {"enabled": Invoker.enabled})
        else:
            self.answer(404, "not found")

    def do_POST(self):
        self.body()
        if self.path == "/standin/run":
            failed = self.fails == "activation"
            result = {"error": "as asked"} if failed else {"container": socket.gethostname()}
            self.answer(200, {"success": not failed, "result": result})
        elif not self.is_user(self.operator()):
            self.answer(401, "unauthorized")
        elif self.path in ("/enable", "/disable"):
            Invoker.enabled = self.path == "/enable"
            self.answer(200, self.path)
        else:
            self.answer(404, "not found")

    @staticmethod
    def operator():
        names = ("CONFIG_whisk_invoker_username", "CONFIG_whisk_invoker_password")
        return ":".join(os.environ[name] for name in names)


class Controller(Handler):
    """Knows invokers by INVOKERS, as index=host,index=host, and gives each action a home."""

    actions = {}

    def do_GET(self):
        if self.path == "/invokers":
            words = {True: "up", False: "down"}
            self.answer(200, {"invoker%s/%s" % (i, i): words[up] for i, up in states()})
        elif self.path == "/standin/actions":
            self.answer(200, list(self.actions))
        else:
            self.answer(404, "not found")

    def action(self):
        return self.path.partition("?")[0].rpartition("/")[2] if self.is_user(USER) else None

    def do_PUT(self):
        content = self.body()
        if self.action():
            self.actions[self.action()] = json.loads(content)
            self.answer(200, {"name": self.action()})
        else:
            self.answer(401, {"error": "unauthorized"})

    def do_DELETE(self):
        found = self.actions.pop(self.action(), None)
        self.answer(404 if found is None else 200, {"name": self.action()})

    def do_POST(self):
        self.body()
        if self.action() not in self.actions:
            self.answer(404, {"error": "no such action"})
            return
        homes = [invokers()[i] for i, up in states() if up]
        home = homes[zlib.crc32(self.action().encode()) % len(homes)]
        response = call(home, "/standin/run", b"{}")
        status = 200 if response["success"] else 502
        self.answer(status, {"activationId": "1", "duration": 1, "response": response})


def invokers():
    return dict(pair.split("=") for pair in os.environ["INVOKERS"].split(","))


def call(host, path, body=None, user=None):
    request = urllib.request.Request("http://%s:8080%s" % (host, path), data=body)
    if user:
        request.add_header("Authorization", "Basic " + base64.b64encode(user.encode()).decode())
    with urllib.request.urlopen(request, timeout=5) as answer:
        return json.load(answer)


def states():
    for index, host in invokers().items():
        try:
            up = call(host, "/ping") == "pong"
            up = up and call(host, "/isEnabled", user=os.environ["OPERATOR"])["enabled"]
        except (OSError, ValueError):
            up = False
        yield index, up


class Host(Handler):
    """The engine as this host sees it: containers of other hosts are not there."""

    def forward(self):
        connection = http.client.HTTPConnection("localhost")
        connection.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.sock.connect("/run/engine/docker.sock")
        kept = {k: v for k, v in self.headers.items() if k in ("Content-Type",)}
        connection.request(self.command, self.path, body=self.body(), headers=kept)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        inspected = self.command == "GET" and self.path.endswith("/json")
        if inspected and response.status == 200 and self.path.startswith("/containers/"):
            if not self.is_mine(json.loads(content)):
                self.answer(404, {"message": "on another host"})
                return
        self.send_response(response.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    @staticmethod
    def is_mine(container):
        return container["Config"]["Labels"].get("standin.host") == os.environ["HOST"]

    def address_string(self):
        return "local"

    do_GET = do_POST = do_PUT = do_DELETE = forward


class UnixServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


def stop(*_):
    print("stopped with %d activations" % Invoker.running, file=sys.stderr, flush=True)
    os._exit(143)


def main(what):
    signal.signal(signal.SIGTERM, stop)
    if what == "host":
        UnixServer("/var/run/docker.sock", Host).serve_forever()
    elif what == "controller":
        http.server.ThreadingHTTPServer(("", 10001), Controller).serve_forever()
    else:
        Invoker.load()
        http.server.ThreadingHTTPServer(("", 8080), Invoker).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
