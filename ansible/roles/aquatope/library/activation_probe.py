#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0
"""Runs an activation on this very host."""

DOCUMENTATION = r"""
module: activation_probe
short_description: Runs an activation on this very host
description:
  - OpenWhisk places activations, so no request can name an invoker. The probe is an action that
    returns the name of its host, which in a container is the container's id. Actions of other names
    are created and called until one has run in a container of this host's engine, then all are
    deleted.
  - An activation that fails does not tell where it ran, so that any failure is one of the probe.
options:
  name: {description: How the names of the actions begin., type: str, required: true}
  api_url: {description: 'Where the API is, as protocol, host and port.', type: str, required: true}
  auth: {description: 'The user that creates the actions, as name:key.', type: str, required: true}
  kind: {description: The kind of the action., type: str, default: 'nodejs:default'}
  code:
    description: Its code, which must return V(container), the host name that it sees.
    type: str
    required: true
  attempts: {description: How many actions to try., type: int, default: 20}
  timeout: {description: How long a call may take in seconds., type: int, default: 70}
  validate_certs: {description: Whether to check the API's certificate., type: bool, default: false}
  socket: {description: Where the engine listens., type: path, default: /var/run/docker.sock}
"""

RETURN = r"""
action: {description: The action that ran here., type: str, returned: success}
container: {description: Where it ran., type: str, returned: success}
attempts: {description: How many actions were tried., type: int, returned: success}
milliseconds: {description: How long the activation took., type: int, returned: success}
"""

import base64
import json
import ssl
import urllib.error
import urllib.request

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.container_engine import Engine, EngineError


class ProbeError(Exception):
    """The API refused, or the activation failed."""


class Api:
    def __init__(self, url, auth, timeout, validate_certs):
        self._actions = url + "/api/v1/namespaces/_/actions/"
        self._auth = "Basic " + base64.b64encode(auth.encode()).decode()
        self._timeout = timeout
        self._tls = ssl.create_default_context()
        if not validate_certs:
            self._tls.check_hostname = False
            self._tls.verify_mode = ssl.CERT_NONE

    def call(self, method, action, body=None):
        request = urllib.request.Request(
            self._actions + action,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": self._auth, "Content-Type": "application/json"},
        )
        try:
            options = {"timeout": self._timeout, "context": self._tls}
            with urllib.request.urlopen(request, **options) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as e:
            text = e.read().decode(errors="replace")
            if method == "POST" and e.code == 502:
                return e.code, json.loads(text)
            raise ProbeError("%s %s: %s %s" % (method, request.full_url, e.code, text)) from e
        except (OSError, ValueError) as e:
            raise ProbeError("%s %s: %s" % (method, request.full_url, e)) from e


def invoke(api, action):
    status, record = api.call("POST", action + "?blocking=true", {})
    if status == 202:
        activation = record.get("activationId")
        raise ProbeError("%s: no result in time, activation %s" % (action, activation))
    response = record.get("response", {})
    if not response.get("success"):
        raise ProbeError("%s: %s" % (action, json.dumps(response)))
    return record.get("duration", 0), response.get("result", {}).get("container", "")


def probe(api, engine, name, kind, code, attempts):
    """The first action that runs here. Actions of the same name tend to run in the same place."""
    made = []
    try:
        for attempt in range(attempts):
            action = "%s-%s" % (name, attempt)
            api.call("PUT", action + "?overwrite=true", {"exec": {"kind": kind, "code": code}})
            made.append(action)
            duration, container = invoke(api, action)
            if container and engine.container(container):
                return {
                    "action": action,
                    "container": container,
                    "attempts": attempt + 1,
                    "milliseconds": duration,
                }
    finally:
        for action in made:
            api.call("DELETE", action)
    raise ProbeError("none of %s activations ran on this host" % attempts)


def main():
    module = AnsibleModule(
        argument_spec={
            "name": {"type": "str", "required": True},
            "api_url": {"type": "str", "required": True},
            "auth": {"type": "str", "required": True, "no_log": True},
            "kind": {"type": "str", "default": "nodejs:default"},
            "code": {"type": "str", "required": True},
            "attempts": {"type": "int", "default": 20},
            "timeout": {"type": "int", "default": 70},
            "validate_certs": {"type": "bool", "default": False},
            "socket": {"type": "path", "default": "/var/run/docker.sock"},
        },
        supports_check_mode=False,
    )
    p = module.params
    api = Api(p["api_url"], p["auth"].strip(), p["timeout"], p["validate_certs"])
    try:
        result = probe(api, Engine(p["socket"]), p["name"], p["kind"], p["code"], p["attempts"])
    except (ProbeError, EngineError) as e:
        module.fail_json(msg="activation probe: %s" % e)
    module.exit_json(changed=False, **result)


if __name__ == "__main__":
    main()
