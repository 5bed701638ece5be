/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.settings.ConfigSection;
import java.time.Duration;

/**
 * Settings for containers that are prepared ahead of calls.
 *
 * @param maxAge longest time that a prepared container waits for its first call
 */
public record PrepareSettings(Duration maxAge) {

  static PrepareSettings of(ConfigSection prepare) {
    return new PrepareSettings(prepare.positiveDuration("max-age"));
  }
}
