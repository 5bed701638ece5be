/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Notation of times in the configuration: HOCON's, but a number without a unit is refused. HOCON
 * takes it for milliseconds, where most operators mean seconds.
 */
public final class TimeNotation {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
  private static final Pattern ZERO = Pattern.compile("[+-]?0+(?:\\.0+)?");

  private TimeNotation() {}

  /**
   * Reads a time.
   *
   * @throws ConfigException if there is no such key, or if its value is no time
   * @throws IllegalArgumentException if the time has no unit; says what was expected
   */
  public static Duration read(Config section, String key) {
    String text = String.valueOf(section.getValue(key).unwrapped()).strip();
    if (NUMBER.matcher(text).matches() && !ZERO.matcher(text).matches()) {
      throw new IllegalArgumentException(
          text
              + " has no unit, expected for example "
              + text
              + " s (seconds), "
              + text
              + " ms (milliseconds) or "
              + text
              + " m (minutes)");
    }
    return section.getDuration(key);
  }
}
