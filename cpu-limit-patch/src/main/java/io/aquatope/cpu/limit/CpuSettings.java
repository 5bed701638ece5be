/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of the operator under {@code whisk.aquatope.cpu}; {@code reference.conf} explains the
 * keys.
 *
 * @param delegate the provider of the factory that creates containers
 * @param actionNamespace the Kubernetes namespace of action pods; empty for the invoker's own
 * @param annotation the annotation by which a developer sets a limit
 * @param rejectBadAnnotations whether an activation fails whose action has a bad annotation
 * @param limitsFile a file with more rules, which is read again when it changes
 * @param byMemory the default, if the pool's CPUs are divided by memory
 * @param initWait how long an activation waits for the limit of its container
 * @param slots whether activations are admitted by CPU
 * @param slotsOvercommit how many times the cores are allocated then
 * @param cgroups folder in which the kernel shows the resource use of containers
 */
public record CpuSettings(
    String delegate,
    Engine engine,
    Path dockerSocket,
    String actionNamespace,
    Duration engineTimeout,
    String annotation,
    boolean rejectBadAnnotations,
    List<LimitRule> rules,
    Optional<Path> limitsFile,
    Duration reloadInterval,
    Optional<ProportionalLimit> byMemory,
    Duration initWait,
    ChangePace pace,
    Path cgroups,
    boolean logObservations,
    boolean slots,
    double slotsOvercommit) {

  public static final String PATH = "whisk.aquatope.cpu";

  private static final String USER_CPUS = "whisk.container-pool.user-cpus";

  /** Engines that change the limits of existing containers. */
  public enum Engine {
    DOCKER,
    KUBERNETES,
    NONE
  }

  /**
   * Reads the settings of {@code whisk.aquatope.cpu}.
   *
   * @param root the whole configuration of the invoker
   * @throws ConfigException if a value is missing or bad; the message names its key
   */
  public static CpuSettings of(Config root) {
    Config cpu = root.getConfig(PATH);
    String delegate = cpu.getString("delegate");
    return new CpuSettings(
        delegate,
        engine(cpu, delegate),
        Path.of(cpu.getString("docker-socket")),
        root.hasPath("whisk.kubernetes.action-namespace")
            ? root.getString("whisk.kubernetes.action-namespace")
            : "",
        cpu.getDuration("engine-timeout"),
        cpu.getString("annotation"),
        cpu.getBoolean("reject-bad-annotations"),
        rules(cpu),
        Optional.of(cpu.getString("limits-file")).filter(file -> !file.isEmpty()).map(Path::of),
        cpu.getDuration("reload-interval"),
        byMemory(root),
        cpu.getDuration("init-wait"),
        new ChangePace(
            cpu.getDouble("changes-per-second"),
            cpu.getDuration("retry-first"),
            cpu.getDuration("retry-longest")),
        Path.of(cpu.getString("cgroups")),
        cpu.getBoolean("log-observations"),
        cpu.getBoolean("slots"),
        overcommit(cpu));
  }

  /** The rules under {@code limits}, in their order. */
  static List<LimitRule> rules(Config config) {
    return config.getConfigList("limits").stream().map(CpuSettings::rule).toList();
  }

  private static LimitRule rule(Config rule) {
    try {
      return new LimitRule(rule.getString("actions"), CpuLimit.parse(rule.getString("cores")));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(
          rule.getValue("cores").origin(), "limits.cores", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<ProportionalLimit> byMemory(Config root) {
    return root.hasPath(USER_CPUS)
        ? Optional.of(
            new ProportionalLimit(
                root.getDouble(USER_CPUS),
                root.getBytes("whisk.container-pool.user-memory") / (1024 * 1024)))
        : Optional.empty();
  }

  private static double overcommit(Config cpu) {
    double overcommit = cpu.getDouble("slots-overcommit");
    if (!(overcommit > 0)) {
      throw new ConfigException.BadValue(
          cpu.getValue("slots-overcommit").origin(),
          "slots-overcommit",
          overcommit + ", expected more than 0");
    }
    return overcommit;
  }

  private static Engine engine(Config cpu, String delegate) {
    String engine = cpu.getString("engine");
    if (engine.equals("auto")) {
      String name = delegate.toLowerCase(Locale.ROOT);
      return name.contains("docker")
          ? Engine.DOCKER
          : name.contains("kubernetes") ? Engine.KUBERNETES : Engine.NONE;
    }
    try {
      return Engine.valueOf(engine.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(
          cpu.getValue("engine").origin(),
          "engine",
          engine + " is not one of auto, docker, kubernetes, none");
    }
  }
}
