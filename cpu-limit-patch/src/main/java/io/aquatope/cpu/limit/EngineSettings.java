/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.typesafe.config.Config;
import io.aquatope.settings.ConfigSection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Settings of the container engine.
 *
 * @param actionNamespace the Kubernetes namespace of action pods; empty for the invoker's own
 * @param timeout of one request
 */
public record EngineSettings(
    Kind kind, Path dockerSocket, String actionNamespace, Duration timeout) {

  private static final String ACTION_NAMESPACE = "whisk.kubernetes.action-namespace";

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
