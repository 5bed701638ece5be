/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.aquatope.settings.ConfigSection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sources of CPU limits in the configuration.
 *
 * @param annotation the annotation by which a developer sets a limit
 * @param rejectBadAnnotations whether an activation fails whose action has a bad annotation
 * @param rules in their order
 * @param file with more rules, which is read again when it changes
 * @param reloadInterval after which the file is checked for changes
 * @param byMemory the default, if the pool's CPUs are divided by memory
 */
public record LimitSources(
    String annotation,
    boolean rejectBadAnnotations,
    List<LimitRule> rules,
    Optional<Path> file,
    Duration reloadInterval,
    Optional<ProportionalLimit> byMemory) {

  private static final String POOL = "whisk.container-pool";
  private static final String USER_CPUS = "user-cpus";

  static LimitSources of(ConfigSection cpu, Config root) {
    return new LimitSources(
        cpu.text("annotation"),
        cpu.flag("reject-bad-annotations"),
        cpu.list("limits", (section, key) -> rules(section)),
        cpu.file("limits-file"),
        cpu.interval("reload-interval"),
        byMemory(root));
  }

  /** The rules under {@code limits}, in their order. */
  static List<LimitRule> rules(Config config) {
    return config.getConfigList("limits").stream().map(LimitSources::rule).toList();
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
    if (!root.hasPath(POOL + "." + USER_CPUS)) {
      return Optional.empty();
    }
    ConfigSection pool = ConfigSection.of(root, POOL);
    long memoryMb = pool.openWhiskMegabytes("user-memory");
    return Optional.of(
        pool.value(
            USER_CPUS, (section, key) -> new ProportionalLimit(section.getDouble(key), memoryMb)));
  }
}
