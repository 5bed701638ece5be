# SPDX-License-Identifier: Apache-2.0
"""A Docker engine's API over its socket, with nothing but Python's own library."""

import http.client
import json
import socket
from urllib.parse import quote, urlencode

# The container that has been replaced in this rollout, until the new one is accepted.
PREVIOUS = "-before-update"
# The container from before the plugin came, kept for the rollback.
ORIGINAL = "-without-aquatope"
# On a container with the plugin: the id of the one without, and which variables are secret.
LABEL_ORIGINAL = "io.aquatope.original"
LABEL_SECRETS = "io.aquatope.secrets"
# What the names of its classes begin with.
PLUGIN = "io.aquatope."


class EngineError(Exception):
    """The engine answered with an error, or not at all."""


class _Connection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Engine:
    def __init__(self, path):
        self._path = path

    def call(self, method, path, query=None, body=None, raw=None, timeout=60):
        """The answer's bytes; None if what the path names is not there."""
        content = raw if raw is not None else None if body is None else json.dumps(body)
        kind = "application/x-tar" if raw is not None else "application/json"
        target = path + ("?" + urlencode(query) if query else "")
        connection = _Connection(self._path, timeout)
        try:
            connection.request(
                method, target, body=content, headers={"Content-Type": kind} if content else {}
            )
            response = connection.getresponse()
            answer = response.read()
        except (OSError, http.client.HTTPException) as e:
            raise EngineError("%s: %s %s: %s" % (self._path, method, path, e)) from e
        finally:
            connection.close()
        if response.status == 404 and method == "GET":
            return None
        if response.status >= 400:
            raise EngineError(
                "%s %s: %s %s" % (method, path, response.status, answer.decode(errors="replace"))
            )
        return answer

    def _get(self, path):
        answer = self.call("GET", path)
        return None if answer is None else json.loads(answer)

    def container(self, name):
        return self._get("/containers/%s/json" % quote(name))

    def image(self, name):
        return self._get("/images/%s/json" % quote(name, safe=""))

    def create(self, name, specification):
        answer = self.call(
            "POST", "/containers/create", query={"name": name} if name else None, body=specification
        )
        return json.loads(answer)["Id"]

    def start(self, container):
        self.call("POST", "/containers/%s/start" % container)

    def stop(self, container, seconds):
        self.call(
            "POST", "/containers/%s/stop" % container, query={"t": seconds}, timeout=seconds + 60
        )

    def rename(self, container, name):
        self.call("POST", "/containers/%s/rename" % container, query={"name": name})

    def restart_policy(self, container, policy):
        self.call("POST", "/containers/%s/update" % container, body={"RestartPolicy": policy})

    def remove(self, container):
        self.call("DELETE", "/containers/%s" % container, query={"force": "true"})


def environment(container):
    """The variables of a container, in their order."""
    pairs = (entry.partition("=") for entry in container["Config"].get("Env") or [])
    return {name: value for name, _, value in pairs}


def labels(container):
    return container["Config"].get("Labels") or {}


def has_plugin(container):
    """Whether it was made by this role."""
    return LABEL_ORIGINAL in labels(container)


def runs_plugin(container):
    """Whether a class of the plugin is selected, whoever made the container."""
    return any(
        name.startswith("CONFIG_whisk_spi_") and value.startswith(PLUGIN)
        for name, value in environment(container).items()
    )
