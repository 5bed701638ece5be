/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.testcontainers.DockerClientFactory;

/**
 * A container that Ansible takes for a host, and the invoker beside it that runs "on" that host.
 */
final class SimulatedHost implements AutoCloseable {

  private static final String REACTIVE = "org.apache.openwhisk.core.invoker.InvokerReactive";
  private static final String SCHEDULED = "org.apache.openwhisk.core.invoker.FPCInvokerReactive";
  private static final String PROVIDER = "CONFIG_whisk_spi_InvokerProvider";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSIBLES_OWN = "/root";
  private static final Splitter VARIABLE = Splitter.on('=').limit(2);

  /** What is behind the surface. */
  enum Kind {
    HEALTHY(FakeImages.INVOKER, ImmutableMap.of(PROVIDER, REACTIVE)),
    SCHEDULER_BASED(
        FakeImages.INVOKER,
        ImmutableMap.of(PROVIDER, SCHEDULED, "CONFIG_whisk_etcd_hosts", "etcd:2379")),
    SCHEDULER_HALF_OFF(FakeImages.INVOKER, ImmutableMap.of(PROVIDER, "")),
    AKKA(FakeImages.AKKA, ImmutableMap.of(PROVIDER, REACTIVE)),
    BOTH_ACTORS(FakeImages.BOTH_ACTORS, ImmutableMap.of(PROVIDER, REACTIVE)),
    NO_ACTORS(FakeImages.NO_ACTORS, ImmutableMap.of(PROVIDER, REACTIVE)),
    DOES_NOT_LINK(FakeImages.FOREIGN, ImmutableMap.of(PROVIDER, REACTIVE)),
    FAILS_TO_START(FakeImages.INVOKER, failing("start")),
    FAILS_ACTIVATIONS(FakeImages.INVOKER, failing("activation")),
    UNREACHABLE(FakeImages.INVOKER, ImmutableMap.of(PROVIDER, REACTIVE));

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

  private final SimulatedDeployment cluster;
  private final Kind kind;
  private final int index;

  SimulatedHost(SimulatedDeployment cluster, Kind kind, int index) {
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

  /** What it shares with the engine, under the same name on both sides. */
  private Path shared() {
    return cluster.folder().resolve(name());
  }

  void start() {
    if (kind != Kind.UNREACHABLE) {
      Command.output(
          "docker run --detach --init --name %s --network %s --env HOST=%s"
                  .formatted(container(), cluster.network(), name())
              + " --volume %s:/run/engine/docker.sock"
                  .formatted(DockerClientFactory.instance().getRemoteDockerUnixSocketPath())
              + " --volume %s:%s %s python3 /standin.py host"
                  .formatted(shared(), shared(), FakeImages.PYTHON));
    }
    runInvoker(cluster.environment(), kind.environment, List.of());
  }

  /** Makes the invoker anew, with these variables, as OpenWhisk's own playbooks do. */
  void redeploy(Map<String, String> variables, List<String> volumes) {
    Command.output("docker rm --force " + invoker());
    runInvoker(cluster.environment(), variables, volumes);
  }

  void redeploy() {
    redeploy(kind.environment, List.of());
  }

  /** Leaves what a rollout leaves that ends between two containers. */
  void breakOffRollout() {
    Command.output("docker stop --time 1 " + invoker());
    Command.output("docker rename %1$s %1$s-before-update".formatted(invoker()));
  }

  private void runInvoker(
      Map<String, String> common, Map<String, String> variables, List<String> volumes) {
    StringBuilder command = new StringBuilder("docker run --detach");
    command.append(" --name %1$s --hostname %1$s".formatted(invoker()));
    command.append(" --network %s --network-alias %s-alias".formatted(cluster.network(), name()));
    command.append(" --publish 127.0.0.1::8080 --restart always --memory 256m");
    command.append(" --label standin.host=" + name());
    command.append(" --volume %s/logs:/logs".formatted(shared()));
    volumes.forEach(volume -> command.append(" --volume ").append(volume));
    ImmutableMap.<String, String>builder()
        .putAll(common)
        .putAll(variables)
        .buildKeepingLast()
        .forEach((name, value) -> command.append(" --env %s=%s".formatted(name, value)));
    command.append(' ').append(kind.image);
    Command.output(
        Command.words(command.toString()),
        "/bin/sh",
        "-c",
        "exec /init.sh --id %s >> /logs/%s_logs.log 2>&1".formatted(index, invoker()));
  }

  /** The variables of the invoker's container. */
  Map<String, String> environment() {
    return texts("/Config/Env").stream()
        .map(entry -> VARIABLE.splitToList(entry))
        .collect(Collectors.toMap(pair -> pair.get(0), pair -> pair.get(1)));
  }

  boolean isRunning() {
    return inspect().at("/State/Running").asBoolean();
  }

  /** What the invokers of this host have written since it was started. */
  String log() {
    return read("/logs/%s_logs.log".formatted(invoker()));
  }

  /** The text of a file as the invoker sees it. */
  String read(String path) {
    return Command.output("docker exec %s cat %s".formatted(invoker(), path));
  }

  String checksum(String path) {
    return Command.words(Command.output("docker exec %s sha256sum %s".formatted(invoker(), path)))
        .get(0);
  }

  /** The volumes of the invoker's container. */
  List<String> volumes() {
    return texts("/HostConfig/Binds");
  }

  private List<String> texts(String path) {
    return StreamSupport.stream(inspect().at(path).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** What the engine says of the invoker. */
  JsonNode inspect() {
    try {
      return JSON.readTree(Command.output("docker inspect " + invoker())).get(0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of the invoker and of those that it has been. */
  List<String> containers() {
    return lines("docker ps --all --format {{.Names}} --filter label=standin.host=" + name());
  }

  /** The files that it shares with the engine, and what has changed in the host itself. */
  List<String> files() {
    if (kind == Kind.UNREACHABLE) {
      return List.of();
    }
    List<String> files = new ArrayList<>();
    files.addAll(
        lines(
            "docker exec %s find %s -not -name *.log -printf %%p:%%y:%%m:%%s\\n"
                .formatted(container(), shared())));
    files.addAll(lines("docker diff " + container()));
    files.removeIf(line -> line.contains(ANSIBLES_OWN));
    return files;
  }

  private static List<String> lines(String command) {
    return Command.output(command).lines().sorted().toList();
  }

  @Override
  public void close() {
    containers().forEach(name -> Command.output("docker rm --force --volumes " + name));
    if (kind != Kind.UNREACHABLE) {
      Command.output("docker rm --force --volumes " + container());
    }
  }
}
