/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.typesafe.config.Config;
import io.aquatope.settings.ConfigSection;
import io.aquatope.settings.InvalidSettingException;

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

  private static final String PATH = "whisk.aquatope.tune";
  private static final String RECOMMEND = "recommend";
  private static final String APPLY = "apply";
  private static final int MOST_CANDIDATES = 16;

  /**
   * Reads the settings.
   *
   * @param root the whole configuration, defaults included
   * @throws InvalidSettingException naming a key whose value is missing or bad
   */
  public static TuneSettings of(Config root) {
    ConfigSection tune = ConfigSection.of(root, PATH);
    boolean appliesMemory = tune.oneOf("memory", RECOMMEND, APPLY).equals(APPLY);
    return new TuneSettings(
        TuningRules.of(tune),
        tune.share("exploration-share"),
        tune.between("candidates", 1, MOST_CANDIDATES),
        ConfigSection.of(root, "whisk").value("memory", TuneSettings::limits),
        appliesMemory,
        api(tune, appliesMemory));
  }

  private static String api(ConfigSection tune, boolean isRequired) {
    String api = tune.text("api");
    tune.require(
        !isRequired || api.matches("https?://.+"),
        "api",
        "the address of OpenWhisk's API, as memory = apply needs it");
    return api;
  }

  /**
   * OpenWhisk's own limits. If OpenWhisk's configuration is absent, as in a check, its defaults.
   */
  private static MemorySteps limits(Config whisk, String key) {
    return new MemorySteps(
        megabytes(whisk, key + ".min", 128), megabytes(whisk, key + ".max", 512));
  }

  private static int megabytes(Config whisk, String key, int usual) {
    return whisk.hasPath(key) ? (int) (whisk.getBytes(key) >> 20) : usual;
  }
}
