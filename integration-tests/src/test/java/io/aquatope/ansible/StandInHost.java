/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.testcontainers.DockerClientFactory;

/**
 * A container that Ansible takes for a host, and the invoker beside it that runs "on" that host.
 */
final class StandInHost implements AutoCloseable {

  private static final String REACTIVE = "org.apache.openwhisk.core.invoker.InvokerReactive";
  private static final String SCHEDULED = "org.apache.openwhisk.core.invoker.FPCInvokerReactive";
  private static final String PROVIDER = "CONFIG_whisk_spi_InvokerProvider";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSIBLES_OWN = " /root";
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /** What is behind the surface. */
  enum Kind {
    HEALTHY(StandInImages.INVOKER, ImmutableMap.of(PROVIDER, REACTIVE)),
    SCHEDULER_BASED(StandInImages.INVOKER, ImmutableMap.of(PROVIDER, SCHEDULED)),
    DOES_NOT_LINK(StandInImages.FOREIGN, ImmutableMap.of(PROVIDER, REACTIVE)),
    FAILS_TO_START(StandInImages.INVOKER, failing("start")),
    FAILS_ACTIVATIONS(StandInImages.INVOKER, failing("activation")),
    UNREACHABLE(StandInImages.INVOKER, ImmutableMap.of(PROVIDER, REACTIVE));

    private final String image;
    private final ImmutableMap<String, String> environment;

    Kind(String image, ImmutableMap<String, String> environment) {
      this.image = image;
      this.environment = environment;
    }

    private static ImmutableMap<String, String> failing(String what) {
      return ImmutableMap.of(PROVIDER, REACTIVE, "STANDIN_FAILS", what);
    }
  }

  private final StandInCluster cluster;
  private final Kind kind;
  private final int index;

  StandInHost(StandInCluster cluster, Kind kind, int index) {
    this.cluster = cluster;
    this.kind = kind;
    this.index = index;
  }

  int index() {
    return index;
  }

  /** Its name in the inventory. */
  String name() {
    return "host" + index;
  }

  String invoker() {
    return "invoker" + index;
  }

  /** How Ansible gets there. */
  String connection() {
    return kind == Kind.UNREACHABLE
        ? "ansible_connection=ssh ansible_host=127.0.0.1 ansible_port=1"
        : "ansible_connection=community.docker.docker ansible_host=" + container();
  }

  private String container() {
    return cluster.network() + "-" + name();
  }

  void start() {
    String shared = cluster.folder().resolve(name()).toString();
    String socket = DockerClientFactory.instance().getRemoteDockerUnixSocketPath();
    if (kind != Kind.UNREACHABLE) {
      Command.output(
          "docker",
          "run",
          "--detach",
          "--init",
          "--name",
          container(),
          "--network",
          cluster.network(),
          "--env",
          "HOST=" + name(),
          "--volume",
          socket + ":/run/engine/docker.sock",
          "--volume",
          shared + ":" + shared,
          StandInImages.PYTHON,
          "python3",
          "/standin.py",
          "host");
    }
    List<String> run = new ArrayList<>();
    run.addAll(
        List.of(
            "docker",
            "run",
            "--detach",
            "--name",
            invoker(),
            "--hostname",
            invoker(),
            "--network",
            cluster.network(),
            "--network-alias",
            name() + "-alias",
            "--publish",
            "127.0.0.1::8080",
            "--restart",
            "always",
            "--memory",
            "256m",
            "--label",
            "standin.host=" + name(),
            "--volume",
            shared + "/logs:/logs"));
    ImmutableMap.<String, String>builder()
        .putAll(cluster.environment())
        .putAll(kind.environment)
        .build()
        .forEach((name, value) -> run.addAll(List.of("--env", name + "=" + value)));
    run.addAll(List.of(kind.image, "/bin/sh", "-c"));
    run.add("exec /init.sh --id %s >> /logs/%s_logs.log 2>&1".formatted(index, invoker()));
    Command.output(run.toArray(String[]::new));
  }

  /** The variables of the invoker's container. */
  Map<String, String> environment() {
    return StreamSupport.stream(inspect().at("/Config/Env").spliterator(), false)
        .map(JsonNode::asText)
        .collect(
            Collectors.toMap(
                entry -> entry.substring(0, entry.indexOf('=')),
                entry -> entry.substring(entry.indexOf('=') + 1)));
  }

  boolean isRunning() {
    return inspect().at("/State/Running").asBoolean();
  }

  /** The text of a file as the invoker sees it. */
  String read(String path) {
    return Command.output("docker", "exec", invoker(), "cat", path);
  }

  String checksum(String path) {
    return WORDS.splitToList(Command.output("docker", "exec", invoker(), "sha256sum", path)).get(0);
  }

  /**
   * All that a rollout could leave behind, one thing a line: the invoker's container to the last
   * setting, the names of all containers of this host, the files that the host shares with the
   * engine, and those that have changed in the host itself, Ansible's own folder aside.
   */
  List<String> state() {
    List<String> state = new ArrayList<>();
    state.addAll(inspect().toPrettyString().lines().toList());
    state.addAll(
        lines(
            "docker",
            "ps",
            "--all",
            "--format",
            "{{.Names}}",
            "--filter",
            "label=standin.host=" + name()));
    if (kind != Kind.UNREACHABLE) {
      String shared = cluster.folder().resolve(name()).toString();
      state.addAll(
          lines(
              "docker",
              "exec",
              container(),
              "find",
              shared,
              "-not",
              "-name",
              "*.log",
              "-printf",
              "%p %y %m %s\n"));
      lines("docker", "diff", container()).stream()
          .filter(line -> !line.contains(ANSIBLES_OWN))
          .forEach(state::add);
    }
    return state;
  }

  /** The lines that are not as they were, removed ones with a minus, added ones with a plus. */
  List<String> changesSince(List<String> before) {
    List<String> after = state();
    List<String> changes = new ArrayList<>();
    before.stream().filter(line -> !after.contains(line)).forEach(line -> changes.add("-" + line));
    after.stream().filter(line -> !before.contains(line)).forEach(line -> changes.add("+" + line));
    return changes;
  }

  private static List<String> lines(String... command) {
    return Command.output(command).lines().sorted().toList();
  }

  /** What the engine says of the invoker, but for what a mere restart changes. */
  private JsonNode inspect() {
    try {
      ObjectNode container =
          (ObjectNode) JSON.readTree(Command.output("docker", "inspect", invoker())).get(0);
      boolean running = container.at("/State/Running").asBoolean();
      container.putObject("State").put("Running", running);
      ObjectNode network = (ObjectNode) container.get("NetworkSettings");
      network.retain("Networks");
      for (JsonNode endpoint : network.get("Networks")) {
        ((ObjectNode) endpoint).retain("Aliases", "IPAMConfig", "Links", "NetworkID");
      }
      return container;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    List<String> remove = new ArrayList<>(List.of("docker", "rm", "--force", "--volumes"));
    remove.addAll(
        lines("docker", "ps", "--all", "--quiet", "--filter", "label=standin.host=" + name()));
    if (kind != Kind.UNREACHABLE) {
      remove.add(container());
    }
    Command.output(remove.toArray(String[]::new));
  }
}
