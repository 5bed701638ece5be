/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.settings.ConfigSection;
import java.time.Duration;

/**
 * Intervals of an invoker's own records.
 *
 * @param heartbeat between two heartbeats
 * @param checkpoint between two checkpoints
 */
public record HubTiming(Duration heartbeat, Duration checkpoint) {

  static HubTiming of(ConfigSection hub) {
    return new HubTiming(hub.interval("heartbeat"), hub.interval("checkpoint-interval"));
  }
}
