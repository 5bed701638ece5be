#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0
"""Puts the plugin into a running invoker's container, and takes it out again."""

DOCUMENTATION = r"""
module: invoker_container
short_description: Runs an invoker with or without the plugin
description:
  - An invoker gets other variables and volumes by a container that is made from the running one,
    with the same image, command, networks, ports, limits and volumes. The running one is stopped
    and kept under another name, so that going back means to start the very same container again.
options:
  name: {description: The invoker's container., type: str, required: true}
  state:
    description:
      - V(with_plugin) runs it with I(env), I(secret_env) and I(volumes) over what it had without.
      - V(accepted) ends the rollout, so that it can no longer be undone, only rolled back.
      - V(undone) goes back to the container from before a rollout that has not been accepted.
      - V(without_plugin) goes back to the container from before the plugin came.
    type: str
    choices: [with_plugin, accepted, undone, without_plugin]
    required: true
  env: {description: Variables., type: dict, default: {}}
  secret_env: {description: Variables that are never shown., type: dict, default: {}}
  volumes:
    description: Bind mounts, as host:container:options.
    type: list
    elements: str
    default: []
  stop_seconds: {description: How long the invoker may take to stop., type: int, default: 60}
  socket: {description: Where the engine listens., type: path, default: /var/run/docker.sock}
"""

RETURN = r"""
replaces: {description: 'As changed, which a playbook can overrule.', type: bool, returned: success}
container: {description: The id of what has the name now., type: str, returned: success}
"""

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.container_engine import (
    LABEL_ORIGINAL,
    LABEL_SECRETS,
    ORIGINAL,
    PREVIOUS,
    Engine,
    EngineError,
    environment,
    has_plugin,
    labels,
    runs_plugin,
)


class Invoker:
    """A name, the container that has it, and those that had it before."""

    def __init__(self, engine, name, stop_seconds):
        self._engine = engine
        self._stop_seconds = stop_seconds
        self.name = name
        self.live = engine.container(name)
        self.previous = engine.container(name + PREVIOUS)
        self.original = engine.container(name + ORIGINAL)

    def base(self):
        """The container without the plugin."""
        if self.live is None:
            raise EngineError("there is no container '%s'" % self.name)
        if not has_plugin(self.live):
            return self.live
        wanted = labels(self.live)[LABEL_ORIGINAL]
        for kept in (self.original, self.previous):
            if kept and kept["Id"] == wanted:
                return kept
        raise EngineError(
            "the container that '%s' was before the plugin came, %s, has been removed: make it anew"
            " with OpenWhisk's own playbook" % (self.name, wanted[:12])
        )

    def replace(self, specification):
        """Runs a new container under the name; if that fails the former one runs on."""
        former = self.live
        if self.previous:
            # A rollout that was broken off: what it replaced is still the way back.
            self._discard(self.live)
            former = self.previous
        else:
            self._engine.stop(former["Id"], self._stop_seconds)
            self._engine.rename(former["Id"], self.name + PREVIOUS)
        try:
            self._run(specification)
        except EngineError:
            broken = self._engine.container(self.name)
            if broken:
                self._engine.remove(broken["Id"])
            self._restore(former, None)
            raise

    def _run(self, specification):
        networks = specification.pop("Networks")
        first = networks.pop(specification["HostConfig"]["NetworkMode"], None)
        if first is not None:
            mode = specification["HostConfig"]["NetworkMode"]
            specification["NetworkingConfig"] = {"EndpointsConfig": {mode: first}}
        made = self._engine.create(self.name, specification)
        for network, endpoint in networks.items():
            self._engine.call(
                "POST",
                "/networks/%s/connect" % network,
                body={"Container": made, "EndpointConfig": endpoint},
            )
        self._engine.start(made)

    def accept(self):
        if has_plugin(self.previous):
            self._engine.remove(self.previous["Id"])
            return
        if self.original:
            # From a plugin that OpenWhisk's own playbook has replaced since.
            self._engine.remove(self.original["Id"])
        # Stopped containers start with the engine if their policy says so.
        self._engine.restart_policy(self.previous["Id"], {"Name": "no"})
        self._engine.rename(self.previous["Id"], self.name + ORIGINAL)

    def undo(self):
        self._discard(self.live)
        self._restore(self.previous, None)

    def rollback(self, base):
        policy = self.live["HostConfig"]["RestartPolicy"]
        for container in (self.live, self.previous):
            if container and container["Id"] != base["Id"]:
                self._discard(container)
        self._restore(base, policy)

    def _discard(self, container):
        if container:
            self._engine.stop(container["Id"], self._stop_seconds)
            self._engine.remove(container["Id"])

    def _restore(self, container, policy):
        self._engine.rename(container["Id"], self.name)
        if policy:
            self._engine.restart_policy(container["Id"], policy)
        self._engine.start(container["Id"])

    def container_id(self):
        found = self._engine.container(self.name)
        return found["Id"] if found else ""


def specification(engine, base, env, secrets, volumes):
    """What to create: the base, with variables and volumes over its own."""
    config = dict(base["Config"])
    if config.get("Hostname") == base["Id"][:12]:
        config.pop("Hostname")
    variables = environment(base)
    variables.update(env)
    variables.update(secrets)
    config["Env"] = ["%s=%s" % pair for pair in variables.items()]
    marks = {LABEL_ORIGINAL: base["Id"], LABEL_SECRETS: ",".join(sorted(secrets))}
    config["Labels"] = dict(labels(base), **marks)
    tagged = engine.image(config["Image"])
    if tagged is None or tagged["Id"] != base["Image"]:
        # The tag has moved on; the plugin is no reason for another OpenWhisk.
        config["Image"] = base["Image"]
    host = dict(base["HostConfig"])
    taken = [place(volume) for volume in volumes]
    host["Binds"] = [b for b in host.get("Binds") or [] if place(b) not in taken] + volumes
    return dict(config, HostConfig=host, Networks=endpoints(base))


def place(volume):
    """Where it is mounted."""
    return volume.split(":")[1]


def endpoints(base):
    """How it is connected, but for what each container has of its own."""
    if base["HostConfig"]["NetworkMode"] in ("default", "bridge", "host", "none"):
        return {}
    kept = ("IPAMConfig", "Links", "DriverOpts")
    return {
        network: dict(
            {key: endpoint.get(key) for key in kept},
            Aliases=[a for a in endpoint.get("Aliases") or [] if a != base["Id"][:12]],
        )
        for network, endpoint in base["NetworkSettings"]["Networks"].items()
    }


def text(container):
    """What of a container the plugin changes."""
    volumes = container["HostConfig"].get("Binds") or []
    return {"env": environment(container), "volumes": sorted(volumes)}


def difference(before, after, secrets):
    """The changed lines, and none of what the operator has not named."""
    old, new = before["env"], after["env"]
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]

    def lines(side, other):
        shown = [
            "%s=%s" % (n, "(secret)" if n in secrets else side["env"][n])
            for n in sorted(names)
            if n in side["env"]
        ]
        shown += ["volume " + v for v in side["volumes"] if v not in other["volumes"]]
        return "".join(line + "\n" for line in shown)

    return {"before": lines(before, after), "after": lines(after, before)}


def secret_names(*containers):
    return {n for c in containers if c for n in labels(c).get(LABEL_SECRETS, "").split(",")}


def with_plugin(module, engine, invoker):
    env, secrets = (
        {k: str(v) for k, v in module.params[name].items()} for name in ("env", "secret_env")
    )
    base = invoker.base()
    wanted = specification(engine, base, env, secrets, module.params["volumes"])
    before = text(invoker.live)
    after = text({"Config": wanted, "HostConfig": wanted["HostConfig"]})
    changed = before != after or not invoker.live["State"]["Running"]
    if changed and not module.check_mode:
        invoker.replace(wanted)
    hidden = secret_names(invoker.live) | set(secrets)
    return changed, difference(before, after, hidden)


def accepted(module, engine, invoker):
    changed = invoker.previous is not None
    if changed and not module.check_mode:
        invoker.accept()
    return changed, None


def undone(module, engine, invoker):
    changed = invoker.previous is not None
    diff = None
    if changed:
        if invoker.live:
            hidden = secret_names(invoker.live, invoker.previous)
            diff = difference(text(invoker.live), text(invoker.previous), hidden)
        if not module.check_mode:
            invoker.undo()
    return changed, diff


def without_plugin(module, engine, invoker):
    if invoker.live is None and invoker.previous:
        # A rollout that was broken off between two containers.
        if module.check_mode:
            return True, None
        invoker.undo()
        invoker = Invoker(engine, invoker.name, module.params["stop_seconds"])
    base = invoker.base()
    if runs_plugin(base):
        raise EngineError(
            "'%s' has the plugin from OpenWhisk's own playbook: take it out of the group variables"
            " and deploy invokers with that" % invoker.name
        )
    if base["Id"] != invoker.live["Id"]:
        diff = difference(text(invoker.live), text(base), secret_names(invoker.live))
        if not module.check_mode:
            invoker.rollback(base)
        return True, diff
    kept = [c for c in (invoker.original, invoker.previous) if c]
    if not module.check_mode:
        for container in kept:
            engine.remove(container["Id"])
    return bool(kept), None


STATES = {
    "with_plugin": with_plugin,
    "accepted": accepted,
    "undone": undone,
    "without_plugin": without_plugin,
}


def main():
    module = AnsibleModule(
        argument_spec={
            "name": {"type": "str", "required": True},
            "state": {"type": "str", "required": True, "choices": list(STATES)},
            "env": {"type": "dict", "default": {}},
            "secret_env": {"type": "dict", "default": {}, "no_log": True},
            "volumes": {"type": "list", "elements": "str", "default": []},
            "stop_seconds": {"type": "int", "default": 60},
            "socket": {"type": "path", "default": "/var/run/docker.sock"},
        },
        supports_check_mode=True,
    )
    engine = Engine(module.params["socket"])
    try:
        invoker = Invoker(engine, module.params["name"], module.params["stop_seconds"])
        changed, diff = STATES[module.params["state"]](module, engine, invoker)
        result = {"changed": changed, "replaces": changed, "container": invoker.container_id()}
    except EngineError as e:
        module.fail_json(msg=str(e))
    if diff:
        result["diff"] = diff
    module.exit_json(**result)


if __name__ == "__main__":
    main()
