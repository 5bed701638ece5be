/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

/**
 * The number of processes of an {@link OpenWhiskSchedulerCluster}, beside one controller.
 *
 * @param schedulers at least 1
 * @param invokers at least 1
 */
public record ClusterSize(int schedulers, int invokers) {

  public ClusterSize {
    if (schedulers < 1 || invokers < 1) {
      throw new IllegalArgumentException(
          "%s schedulers and %s invokers, expected at least 1 of each"
              .formatted(schedulers, invokers));
    }
  }
}
