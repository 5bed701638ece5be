/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.google.common.primitives.Ints;
import io.aquatope.settings.ConfigSection;
import java.time.Duration;

/**
 * Limits of what is sent at a time.
 *
 * @param interval between two sendings
 * @param buffer number of observations that may wait
 * @param maxRate number of observations that are sent in a second
 */
public record BatchSettings(Duration interval, int buffer, int maxRate) {

  static BatchSettings of(ConfigSection hub) {
    return new BatchSettings(
        hub.interval("batch-interval"), hub.positiveInt("buffer"), hub.positiveInt("max-rate"));
  }

  /** Maximum number of observations sent in one interval. */
  public int perFlush() {
    return Ints.saturatedCast(Math.max(1, maxRate * interval.toMillis() / 1000));
  }
}
