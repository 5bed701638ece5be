/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

/**
 * The resources a stage's container may use.
 *
 * @param cores CPU limit in cores, positive
 * @param memoryGib memory limit in GiB, positive
 */
public record StageConfiguration(double cores, double memoryGib) {

  public StageConfiguration {
    if (!(cores > 0) || !(memoryGib > 0)) {
      throw new IllegalArgumentException(
          "cores and memory must be positive, were %s and %s GiB".formatted(cores, memoryGib));
    }
  }
}
