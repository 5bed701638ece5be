/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/**
 * Settings for containers that are prepared ahead of calls.
 *
 * @param maxAge longest time that a prepared container waits for its first call
 */
public record PrepareSettings(Duration maxAge) {

  static final String MAX_AGE = "prepare.max-age";

  static PrepareSettings of(Config section) {
    return new PrepareSettings(maxAge(section));
  }

  static Duration maxAge(Config section) {
    Duration maxAge = section.getDuration(MAX_AGE);
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new ConfigException.BadValue(
          section.getValue(MAX_AGE).origin(), MAX_AGE, maxAge + ", expected more than 0");
    }
    return maxAge;
  }
}
