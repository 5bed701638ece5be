/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.math.BigDecimal;

/**
 * The configuration under {@code whisk.aquatope.tune}; {@code reference.conf} explains the keys.
 *
 * @param rules that all invokers follow; the controllers' settings count
 * @param explorationShare the part of an invoker's runs that may be trials, more than 0, at most 1
 * @param candidates number of candidates that are proposed for a round
 * @param memory the limits that may be recommended
 * @param appliesMemory whether actions are updated accordingly
 * @param api address of OpenWhisk's API; empty if not configured
 */
public record TuneSettings(
    TuningRules rules,
    double explorationShare,
    int candidates,
    MemorySteps memory,
    boolean appliesMemory,
    String api) {

  /** Path of this section. */
  public static final String PATH = "whisk.aquatope.tune";

  private static final int MOST_CANDIDATES = 16;

  /**
   * Reads the settings.
   *
   * @param root the whole configuration, defaults included
   * @throws ConfigException naming a key whose value is missing or bad
   */
  public static TuneSettings of(Config root) {
    Config tune = root.getConfig(PATH);
    double share = tune.getDouble("exploration-share");
    require(share > 0 && share <= 1, tune, "exploration-share", "more than 0, at most 1");
    int candidates = tune.getInt("candidates");
    require(
        candidates >= 1 && candidates <= MOST_CANDIDATES,
        tune,
        "candidates",
        "1 to " + MOST_CANDIDATES);
    String memory = tune.getString("memory");
    require(
        memory.equals("recommend") || memory.equals("apply"), tune, "memory", "recommend or apply");
    String api = tune.getString("api");
    require(
        memory.equals("recommend") || api.matches("https?://.+"),
        tune,
        "api",
        "the address of OpenWhisk's API, as memory = apply needs it");
    try {
      return new TuneSettings(
          new TuningRules(
              tune.getStringList("cpu-steps").stream().map(TuneSettings::milliCores).toList(),
              tune.getInt("repetitions"),
              tune.getInt("observation-instances"),
              tune.getDouble("violation-share")),
          share,
          candidates,
          new MemorySteps(
              megabytes(root, "whisk.memory.min", 128), megabytes(root, "whisk.memory.max", 512)),
          memory.equals("apply"),
          api);
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(
          tune.origin(),
          "cpu-steps, repetitions, observation-instances, violation-share",
          String.valueOf(e.getMessage()));
    }
  }

  /**
   * OpenWhisk's own limits. If OpenWhisk's configuration is absent, as in a check, its defaults.
   */
  private static int megabytes(Config root, String key, int usual) {
    return root.hasPath(key) ? (int) (root.getBytes(key) >> 20) : usual;
  }

  private static int milliCores(String cores) {
    try {
      return new BigDecimal(cores).movePointRight(3).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + cores + "', expected cores with at most three decimals, for example 0.5", e);
    }
  }

  private static void require(boolean satisfied, Config config, String key, String expected) {
    if (!satisfied) {
      throw new ConfigException.BadValue(
          config.getValue(key).origin(),
          key,
          config.getValue(key).unwrapped() + ", expected " + expected);
    }
  }
}
