/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import io.aquatope.prewarm.PrewarmSettings;

/** The section {@code prewarm}: what operators tell the policy {@code aquatope}. */
final class PrewarmSection {

  static final String NAME = "prewarm";

  private static final String MEMORY = "memory";
  private static final String ALL = "all";
  private static final long MB = 1024 * 1024;

  private PrewarmSection() {}

  /**
   * Reads it from a whole configuration.
   *
   * @throws IllegalArgumentException if a value is out of its range; says what was expected
   */
  static PrewarmSettings of(Config config) {
    Config section = config.getConfig(AquatopeConfig.PATH + "." + NAME);
    return new PrewarmSettings(
        section.getDouble("gb-seconds-per-second"),
        section.getString(MEMORY).equals(ALL) ? PrewarmSettings.ALL : section.getBytes(MEMORY) / MB,
        section.getInt("max-starting"));
  }
}
