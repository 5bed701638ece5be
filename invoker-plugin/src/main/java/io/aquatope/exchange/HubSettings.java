/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.google.common.primitives.Ints;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The configuration under {@code whisk.aquatope.hub}; {@code reference.conf} explains the keys. */
public record HubSettings(
    boolean enabled,
    String delegate,
    String topicPrefix,
    String topicConfig,
    Duration batchInterval,
    Duration heartbeat,
    int buffer,
    int maxRate,
    Optional<Path> workflows,
    Duration reloadInterval,
    Duration discoverInterval,
    Duration instanceTimeout,
    int maxInstances,
    Duration checkpointInterval,
    HubQuotas quotas) {

  /** Path of this section. */
  public static final String PATH = "whisk.aquatope.hub";

  /** The clocks for these durations count milliseconds. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** Longer than any duration in use. Sums of such durations fit into every counter. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * Reads the settings.
   *
   * @param root the whole configuration, defaults included
   * @throws ConfigException naming a key whose value is missing or bad
   */
  public static HubSettings of(Config root) {
    Config hub = root.getConfig(PATH);
    return new HubSettings(
        hub.getBoolean("enabled"),
        hub.getString("delegate"),
        hub.getString("topic-prefix"),
        hub.getString("topic-config"),
        positive(hub, "batch-interval"),
        positive(hub, "heartbeat"),
        positiveInt(hub, "buffer"),
        positiveInt(hub, "max-rate"),
        Optional.of(hub.getString("workflows")).filter(file -> !file.isEmpty()).map(Path::of),
        positive(hub, "reload-interval"),
        positive(hub, "discover-interval"),
        positive(hub, "instance-timeout"),
        positiveInt(hub, "max-instances"),
        positive(hub, "checkpoint-interval"),
        HubQuotas.of(hub));
  }

  /** The topic for the observations of the activations that {@code controller} published. */
  public String observations(String controller) {
    return topicPrefix + "observations-" + controller;
  }

  /** The topic that every invoker reads. */
  public String log() {
    return topicPrefix + "log";
  }

  /** Maximum number of observations sent in one batch interval. */
  public int perFlush() {
    return Ints.saturatedCast(Math.max(1, maxRate * batchInterval.toMillis() / 1000));
  }

  private static Duration positive(Config config, String key) {
    Duration value = config.getDuration(key);
    if (value.isNegative() || value.isZero()) {
      throw bad(config, key, "more than 0");
    }
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      throw bad(config, key, "1 millisecond to 365 days");
    }
    return value;
  }

  private static int positiveInt(Config config, String key) {
    int value = config.getInt(key);
    if (value < 1) {
      throw bad(config, key, "1 or more");
    }
    return value;
  }

  private static ConfigException bad(Config config, String key, String expected) {
    return new ConfigException.BadValue(
        config.getValue(key).origin(),
        key,
        config.getValue(key).unwrapped() + ", expected " + expected);
  }
}
