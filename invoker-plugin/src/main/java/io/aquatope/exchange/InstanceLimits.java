/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.settings.ConfigSection;
import java.time.Duration;

/**
 * Limits of the join of workflow instances.
 *
 * @param timeout longest wait for the next stage of an instance
 * @param most instances that are joined at a time
 */
public record InstanceLimits(Duration timeout, int most) {

  static InstanceLimits of(ConfigSection hub) {
    return new InstanceLimits(hub.interval("instance-timeout"), hub.positiveInt("max-instances"));
  }
}
