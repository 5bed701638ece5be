/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.status.PoolSnapshot.Decided;

/**
 * A decision and its reasons.
 *
 * @param action {@code prepare} or {@code release}
 * @param count number of containers
 * @param level the container of the function that the reasons refer to, counted from the first busy
 *     one
 * @param probability that it is needed
 * @param because source of the probability: {@code forecast} or {@code successor}
 * @param savesSeconds the delay that it is expected to save
 * @param costsSeconds the cost of its memory, in seconds of delay
 */
public record DecisionStatus(
    String at,
    String function,
    String action,
    int count,
    int level,
    double probability,
    String because,
    double savesSeconds,
    double costsSeconds) {

  static DecisionStatus of(Decided decided) {
    PrewarmDecision decision = decided.decision();
    return new DecisionStatus(
        decided.at().toString(),
        decision.function().id().toString(),
        Status.word(decision.action()),
        decision.count(),
        decision.level(),
        decision.worth().probability(),
        Status.word(decision.worth().source()),
        decision.worth().valueSeconds(),
        decision.worth().costSeconds());
  }
}
