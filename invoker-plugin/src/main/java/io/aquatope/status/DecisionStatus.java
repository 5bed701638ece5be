/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.status.PoolSnapshot.Decided;

/**
 * A decision and why it was made.
 *
 * @param action {@code prepare} or {@code let go}
 * @param count how many containers
 * @param level which container of the function the reasons are about, counted from the first busy
 *     one
 * @param probability that it is needed
 * @param because what the probability comes from: {@code forecast} or {@code successor}
 * @param savesSeconds the delay that having it is expected to save
 * @param costsSeconds what its memory costs, in seconds of delay
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
        decision.probability(),
        Status.word(decision.source()),
        decision.valueSeconds(),
        decision.costSeconds());
  }
}
