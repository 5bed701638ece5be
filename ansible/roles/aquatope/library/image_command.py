#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0
"""Runs a command in a container of its own, made from an image and removed afterwards."""

DOCUMENTATION = r"""
module: image_command
short_description: Runs a command in a throw-away container
description:
  - The container has no network and none of the host's files but a copy of I(files).
  - It runs in check mode as well, as nothing of it stays.
options:
  image: {description: The image., type: str, required: true}
  files: {description: 'A folder on the host, to be seen as V(/aquatope) in the container.', type: path, required: true}
  command: {description: The command and its arguments., type: list, elements: str, required: true}
  timeout: {description: 'After how many seconds to give up.', type: int, default: 120}
  socket: {description: Where the engine listens., type: path, default: /var/run/docker.sock}
"""

RETURN = r"""
rc: {description: The command's exit status., type: int, returned: success}
lines: {description: What it printed., type: list, returned: success}
"""

import io
import json
import tarfile

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.container_engine import Engine, EngineError


def archive(folder):
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as tar:
        tar.add(folder, arcname="aquatope")
    return content.getvalue()


def run(engine, image, folder, command, timeout):
    container = engine.create(
        None,
        {
            "Image": image,
            "Entrypoint": command[:1],
            "Cmd": command[1:],
            "User": "root",
            "Tty": True,
            "NetworkDisabled": True,
        },
    )
    try:
        engine.call(
            "PUT", "/containers/%s/archive" % container, query={"path": "/"}, raw=archive(folder)
        )
        engine.start(container)
        ended = engine.call("POST", "/containers/%s/wait" % container, timeout=timeout)
        output = engine.call(
            "GET", "/containers/%s/logs" % container, query={"stdout": 1, "stderr": 1}
        )
    finally:
        engine.remove(container)
    return json.loads(ended)["StatusCode"], output.decode(errors="replace").splitlines()


def main():
    module = AnsibleModule(
        argument_spec={
            "image": {"type": "str", "required": True},
            "files": {"type": "path", "required": True},
            "command": {"type": "list", "elements": "str", "required": True},
            "timeout": {"type": "int", "default": 120},
            "socket": {"type": "path", "default": "/var/run/docker.sock"},
        },
        supports_check_mode=True,
    )
    p = module.params
    try:
        code, lines = run(Engine(p["socket"]), p["image"], p["files"], p["command"], p["timeout"])
    except EngineError as e:
        module.fail_json(msg=str(e))
    module.exit_json(changed=False, rc=code, lines=lines)


if __name__ == "__main__":
    main()
