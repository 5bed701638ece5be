/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Monitors violations of the target under the choice in force. The target counts as missed if so
 * many of n instances violated it that this has a probability of {@value #SIGNIFICANCE} or less
 * when the target is met: {@code P(X >= broken), X ~ Binomial(n, 1 - quantile)}.
 *
 * @param instances number of instances counted; the weight of older ones decays
 * @param broken number of those that took too long or failed
 */
public record ViolationMonitor(int instances, int broken) {

  public static final ViolationMonitor NEW = new ViolationMonitor(0, 0);

  private static final double SIGNIFICANCE = 0.005;
  private static final int WINDOW = 400;

  public ViolationMonitor {
    FieldChecks.notNegative("instances", instances);
    FieldChecks.that(broken >= 0 && broken <= instances, "broken", broken, "0 to " + instances);
  }

  ViolationMonitor plus(boolean brokeTarget) {
    ViolationMonitor next = new ViolationMonitor(instances + 1, broken + (brokeTarget ? 1 : 0));
    return next.instances < WINDOW
        ? next
        : new ViolationMonitor(next.instances / 2, next.broken / 2);
  }

  boolean suffers(double quantile) {
    // No sampling is needed, hence no random generator.
    return broken > 0
        && 1
                - new BinomialDistribution(null, instances, 1 - quantile)
                    .cumulativeProbability(broken - 1)
            <= SIGNIFICANCE;
  }
}
