/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.pool.StartKind;

/** Counts requests and the resources that they use, during a run. */
final class RequestStats {

  private static final double MICROS = 1e6;

  private int requests;
  private int violations;
  private int activations;
  private int coldStarts;
  private double coreSeconds;

  void started(StartKind start) {
    activations++;
    coldStarts += start.isCold() ? 1 : 0;
  }

  void usesCpu(double cores, long micros) {
    coreSeconds += cores * micros / MICROS;
  }

  void ended(boolean violatesQos) {
    requests++;
    violations += violatesQos ? 1 : 0;
  }

  /**
   * The figures.
   *
   * @param gbSeconds memory of all containers, from the order to start them until their removal
   */
  MethodOutcome outcome(double gbSeconds, ResourcePrices prices) {
    return new MethodOutcome(
        requests,
        (double) violations / requests,
        (coreSeconds * prices.cpuSecond() + gbSeconds * prices.gbSecond()) / requests,
        (double) coldStarts / activations);
  }
}
