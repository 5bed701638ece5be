#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0
"""Says what an invoker's container is, and none of its secrets."""

DOCUMENTATION = r"""
module: invoker_container_info
short_description: What kind of invoker runs in a container
options:
  name: {description: The invoker's container., type: str, required: true}
  socket: {description: Where the engine listens., type: path, default: /var/run/docker.sock}
"""

RETURN = r"""
exists: {description: Whether there is such a container., type: bool, returned: always}
running: {description: Whether it runs., type: bool, returned: exists}
image: {description: The id of its image., type: str, returned: exists}
plugin: {description: Whether a class of the plugin is selected., type: bool, returned: exists}
scheduler:
  description: Whether the scheduler tells it what to create.
  type: bool
  returned: exists
etcd: {description: 'Whether it is told where etcd is.', type: bool, returned: exists}
container_factory:
  description: Its container factory without the plugin, empty if not set.
  type: str
  returned: exists
server:
  description: The class of its server without the plugin, empty if not set.
  type: str
  returned: exists
url: {description: 'Where the invoker listens, as seen on its host.', type: str, returned: exists}
api_url: {description: 'Where actions find the API, empty if not set.', type: str, returned: exists}
"""

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.container_engine import (
    LABEL_ORIGINAL,
    ORIGINAL,
    PLUGIN,
    PREVIOUS,
    Engine,
    EngineError,
    environment,
    has_plugin,
    labels,
    runs_plugin,
)

# What OpenWhisk takes if nothing is set.
SCHEDULER_BASED = "org.apache.openwhisk.core.invoker.FPCInvokerReactive"
PORT = "8080/tcp"


def without_plugin(engine, name, live):
    if not has_plugin(live):
        return live
    for kept in (engine.container(name + ORIGINAL), engine.container(name + PREVIOUS)):
        if kept and kept["Id"] == labels(live)[LABEL_ORIGINAL]:
            return kept
    return live


def url(container, protocol):
    published = (container["HostConfig"].get("PortBindings") or {}).get(PORT)
    port = published[0]["HostPort"] if published else PORT.partition("/")[0]
    return "%s://127.0.0.1:%s" % (protocol, port)


def api_url(variables):
    host = variables.get("WHISK_API_HOST_NAME")
    if not host:
        return ""
    protocol = variables.get("WHISK_API_HOST_PROTO") or "https"
    port = variables.get("WHISK_API_HOST_PORT") or "443"
    return "%s://%s:%s" % (protocol, host, port)


def decorated(variables, provider, part):
    """The class that is selected; where the group variables have the plugin's, the one below."""
    selected = variables.get("CONFIG_whisk_spi_" + provider, "")
    if not selected.startswith(PLUGIN):
        return selected
    return variables.get("CONFIG_whisk_aquatope_%s_delegate" % part, "")


def knows_etcd(variables):
    """By a variable, or by an option of the JVM."""
    return bool(variables.get("CONFIG_whisk_etcd_hosts")) or any(
        "whisk.etcd.hosts" in value for value in variables.values()
    )


def is_scheduled(variables):
    """The plugin's class is the same with and without the scheduler, and finds out by etcd."""
    provider = variables.get("CONFIG_whisk_spi_InvokerProvider") or SCHEDULER_BASED
    if provider.startswith(PLUGIN):
        return knows_etcd(variables)
    return provider == SCHEDULER_BASED


def facts(engine, name):
    live = engine.container(name)
    if live is None:
        return {"exists": False}
    base = without_plugin(engine, name, live)
    variables = environment(base)
    return {
        "exists": True,
        "running": live["State"]["Running"],
        "image": live["Image"],
        "plugin": runs_plugin(live),
        "scheduler": is_scheduled(variables),
        # What is encoded may tell.
        "etcd": knows_etcd(variables) or bool(variables.get("OPENWHISK_ENCODED_CONFIG")),
        "container_factory": decorated(variables, "ContainerFactoryProvider", "cpu"),
        "server": decorated(variables, "InvokerServerProvider", "status"),
        "url": url(live, variables.get("CONFIG_whisk_invoker_protocol") or "http"),
        "api_url": api_url(variables),
    }


def main():
    module = AnsibleModule(
        argument_spec={
            "name": {"type": "str", "required": True},
            "socket": {"type": "path", "default": "/var/run/docker.sock"},
        },
        supports_check_mode=True,
    )
    try:
        result = facts(Engine(module.params["socket"]), module.params["name"])
    except EngineError as e:
        module.fail_json(msg=str(e))
    module.exit_json(changed=False, **result)


if __name__ == "__main__":
    main()
