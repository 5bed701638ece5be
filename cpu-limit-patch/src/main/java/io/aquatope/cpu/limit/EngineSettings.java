/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.typesafe.config.Config;
import io.aquatope.settings.ConfigSection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Settings of the container engine.
 *
 * @param dockerClients the places where the Docker client may be; it is used where the JDK has no
 *     Unix domain sockets
 * @param actionNamespace the Kubernetes namespace of action pods; empty for the invoker's own
 * @param timeout of one request
 */
public record EngineSettings(
    Kind kind,
    Path dockerSocket,
    List<Path> dockerClients,
    String actionNamespace,
    Duration timeout) {

  private static final String ACTION_NAMESPACE = "whisk.kubernetes.action-namespace";

  /** Where OpenWhisk itself looks for the client. */
  private static final List<Path> DOCKER_CLIENTS =
      List.of(Path.of("/usr/bin/docker"), Path.of("/usr/local/bin/docker"));

  public EngineSettings {
    dockerClients = List.copyOf(dockerClients);
  }

  /** Engines that change the limits of existing containers. */
  public enum Kind {
    DOCKER,
    KUBERNETES,
    NONE
  }

  static EngineSettings of(ConfigSection cpu, Config root) {
    return new EngineSettings(
        kind(cpu),
        cpu.path("docker-socket"),
        cpu.file("docker-client").map(List::of).orElse(DOCKER_CLIENTS),
        root.hasPath(ACTION_NAMESPACE) ? root.getString(ACTION_NAMESPACE) : "",
        cpu.positiveDuration("engine-timeout"));
  }

  private static Kind kind(ConfigSection cpu) {
    String name = cpu.oneOf("engine", "auto", "docker", "kubernetes", "none");
    return name.equals("auto")
        ? kind(cpu.text("delegate").toLowerCase(Locale.ROOT))
        : Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Kind kind(String delegate) {
    return delegate.contains("docker")
        ? Kind.DOCKER
        : delegate.contains("kubernetes") ? Kind.KUBERNETES : Kind.NONE;
  }
}
