#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0
"""Runs a command in a container of its own, made from an image and removed afterwards."""

DOCUMENTATION = r"""
module: image_command
short_description: Runs a command in a throw-away container
description:
  - The container has no network and nothing of the host but I(files) and I(texts).
  - It runs in check mode as well, as nothing of it stays.
options:
  image: {description: The image., type: str, required: true}
  files:
    description: Files of the host, by their names below V(/aquatope) in the container.
    type: dict
    default: {}
  texts: {description: 'Contents of further files, by name.', type: dict, default: {}}
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


def archive(files, texts):
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as tar:
        for name, path in files.items():
            tar.add(path, arcname="aquatope/" + name)
        for name, text in texts.items():
            entry = tarfile.TarInfo("aquatope/" + name)
            entry.size = len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))
    return content.getvalue()


def run(engine, image, content, command, timeout):
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
        engine.call("PUT", "/containers/%s/archive" % container, query={"path": "/"}, raw=content)
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
            "files": {"type": "dict", "default": {}},
            "texts": {"type": "dict", "default": {}},
            "command": {"type": "list", "elements": "str", "required": True},
            "timeout": {"type": "int", "default": 120},
            "socket": {"type": "path", "default": "/var/run/docker.sock"},
        },
        supports_check_mode=True,
    )
    p = module.params
    try:
        content = archive(p["files"], p["texts"])
        code, lines = run(Engine(p["socket"]), p["image"], content, p["command"], p["timeout"])
    except (EngineError, OSError) as e:
        module.fail_json(msg=str(e))
    module.exit_json(changed=False, rc=code, lines=lines)


if __name__ == "__main__":
    main()
