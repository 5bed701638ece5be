/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import io.aquatope.settings.ConfigSection;
import java.time.Duration;

/**
 * Rate and retries of the changes of live limits.
 *
 * @param perSecond most background changes a second
 * @param firstRetry wait before a failed change is retried; doubled each time
 * @param longestRetry upper bound of that wait
 */
public record ChangePace(double perSecond, Duration firstRetry, Duration longestRetry) {

  static ChangePace of(ConfigSection cpu) {
    return new ChangePace(
        cpu.positiveDouble("changes-per-second"),
        cpu.positiveDuration("retry-first"),
        cpu.positiveDuration("retry-longest"));
  }
}
