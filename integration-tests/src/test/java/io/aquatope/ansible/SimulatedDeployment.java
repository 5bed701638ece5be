/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A controller and hosts with an invoker each, as far as a playbook sees them. */
final class SimulatedDeployment implements AutoCloseable {

  /** What must be in no log: of the store, of the operator, of the probe's user, of the plugin. */
  static final String SECRET = "s3cr3t-of-";

  private static final String OPERATOR = "operator:" + SECRET + "operator";

  /** Apart from those of an OpenWhisk, and of other tests, on the same engine. */
  private final int firstIndex = 1000 * ThreadLocalRandom.current().nextInt(1, 1000);

  private final String network = "aquatope-" + firstIndex;
  private final String controller = network + "-controller";
  private final Path folder;
  private final List<SimulatedHost> hosts = new ArrayList<>();

  /**
   * @param folder for what the hosts share with the engine, and for the inventory
   */
  SimulatedDeployment(Path folder) {
    this.folder = folder;
  }

  /** Starts a host of each of these kinds, and a controller. */
  void start(SimulatedHost.Kind... kinds) {
    Command.output("docker network create " + network);
    for (SimulatedHost.Kind kind : kinds) {
      hosts.add(new SimulatedHost(this, kind, firstIndex + hosts.size()));
    }
    hosts.forEach(SimulatedHost::start);
    String invokers =
        hosts.stream()
            .map(host -> host.index() + "=" + host.invoker())
            .collect(Collectors.joining(","));
    Command.output(
        "docker run --detach --init --name %s --network %s".formatted(controller, network)
            + " --env INVOKERS=%s --env OPERATOR=%s".formatted(invokers, OPERATOR)
            + " %s python3 /standin.py controller".formatted(FakeImages.PYTHON));
    writeInventory();
  }

  Path folder() {
    return folder;
  }

  String network() {
    return network;
  }

  SimulatedHost host(int number) {
    return hosts.get(number);
  }

  /** What OpenWhisk's playbooks would have given an invoker. */
  Map<String, String> environment() {
    return Map.of(
        "PORT", "8080",
        "CONFIG_whisk_invoker_protocol", "http",
        "CONFIG_whisk_invoker_username", "operator",
        "CONFIG_whisk_invoker_password", SECRET + "operator",
        "CONFIG_whisk_couchdb_password", SECRET + "store",
        "WHISK_API_HOST_PROTO", "http",
        "WHISK_API_HOST_NAME", controller,
        "WHISK_API_HOST_PORT", "10001");
  }

  /** Actions that there are. */
  String actions() {
    String url = "http://localhost:10001/standin/actions";
    return Command.output(
            Command.words("docker exec %s python3 -c".formatted(controller)),
            "import urllib.request as r; print(r.urlopen('%s').read().decode())".formatted(url))
        .strip();
  }

  /** As OpenWhisk's: its groups, and its variables beside it. */
  private void writeInventory() {
    StringBuilder inventory = new StringBuilder("[controllers]\n");
    inventory.append(
        "controller0 ansible_connection=community.docker.docker ansible_host=%s%n%n[invokers]%n"
            .formatted(controller));
    for (SimulatedHost host : hosts) {
      inventory.append("%s %s%n".formatted(host.name(), host.connection()));
    }
    try {
      Files.writeString(folder.resolve("hosts"), inventory);
      Files.createDirectories(folder.resolve("group_vars"));
      Files.writeString(
          folder.resolve("group_vars/all.yml"),
          """
          invoker_index_base: %s
          invoker_username: operator
          invoker_password: %soperator
          controller_protocol: http
          aquatope_dir: "%s/{{ inventory_hostname }}/aquatope-{{ aquatope_invoker_name }}"
          aquatope_invoker_url: "http://{{ aquatope_invoker_name }}:8080"
          aquatope_drain_seconds: 1
          aquatope_stop_seconds: 2
          aquatope_health_seconds: 10
          aquatope_probe_auth: guest:%sguest
          aquatope_secret_env:
            CONFIG_whisk_standin_token: %splugin
          """
              .formatted(firstIndex, SECRET, folder, SECRET, SECRET));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    hosts.forEach(SimulatedHost::close);
    Command.output("docker rm --force --volumes " + controller);
    Command.output("docker network rm " + network);
    // What the engine has written is its own user's.
    Command.output(
        "docker run --rm --volume %s:/folder %s find /folder -mindepth 1 -delete"
            .formatted(folder, FakeImages.PYTHON));
  }
}
