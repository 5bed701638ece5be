/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.aquatope.prewarm.PrewarmSettings;

/** Reads the operator's settings of the policy {@code aquatope}. */
final class PrewarmKeys {

  static final String RATE = "prewarm.gb-seconds-per-second";
  static final String START = "prewarm.gb-seconds-per-start";
  static final String MEMORY = "prewarm.memory";
  static final String MAX_STARTING = "prewarm.max-starting";
  static final String STEM_CELLS = "prewarm.stem-cells";
  static final String FUNCTIONS = "prewarm.functions";

  private static final String ALL = "all";
  private static final long MB = 1024 * 1024;

  private PrewarmKeys() {}

  static PrewarmSettings of(Config section) {
    return new PrewarmSettings(
        rate(section),
        start(section),
        memoryMb(section),
        maxStarting(section),
        section.getBoolean(STEM_CELLS),
        functions(section));
  }

  static double rate(Config section) {
    double rate = section.getDouble(RATE);
    check(section, RATE, rate > 0 && rate < Double.POSITIVE_INFINITY, "more than 0");
    return rate;
  }

  static double start(Config section) {
    double start = section.getDouble(START);
    check(section, START, start >= 0 && start < Double.POSITIVE_INFINITY, "at least 0");
    return start;
  }

  static long memoryMb(Config section) {
    if (section.getString(MEMORY).equals(ALL)) {
      return PrewarmSettings.ALL;
    }
    long bytes = section.getBytes(MEMORY);
    check(section, MEMORY, bytes >= 0, "at least 0 MB, or all");
    return bytes / MB;
  }

  static int maxStarting(Config section) {
    int most = section.getInt(MAX_STARTING);
    check(section, MAX_STARTING, most >= 1, "at least 1");
    return most;
  }

  static int functions(Config section) {
    int most = section.getInt(FUNCTIONS);
    check(section, FUNCTIONS, most >= 1, "at least 1");
    return most;
  }

  private static void check(Config section, String key, boolean isGood, String expected) {
    if (!isGood) {
      throw new ConfigException.BadValue(
          section.getValue(key).origin(), key, section.getString(key) + ", expected " + expected);
    }
  }
}
