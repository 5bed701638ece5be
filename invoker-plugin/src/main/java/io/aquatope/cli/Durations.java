/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;

/** Durations as OpenWhisk's configuration has them: a number and a unit. */
final class Durations {

  private Durations() {}

  static Duration parse(String text) {
    try {
      if (Character.isLetter(text.charAt(text.length() - 1))) {
        Duration duration = ConfigFactory.parseMap(Map.of("it", text)).getDuration("it");
        if (!duration.isNegative()) {
          return duration;
        }
      }
    } catch (ConfigException | IndexOutOfBoundsException e) {
      // Falls through to the one message that helps.
    }
    throw new IllegalArgumentException(
        "'" + text + "', expected a duration such as 0.808s, 500ms or 1m");
  }
}
