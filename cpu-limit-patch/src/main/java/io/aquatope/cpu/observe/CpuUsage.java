/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import java.time.Duration;

/**
 * CPU time of a container since it was created, or between two such readings.
 *
 * @param used by its processes, in user and kernel mode, over all cores
 * @param throttled how long the limit throttled its processes, in total
 */
public record CpuUsage(Duration used, Duration throttled) {

  CpuUsage since(CpuUsage earlier) {
    return new CpuUsage(used.minus(earlier.used), throttled.minus(earlier.throttled));
  }
}
