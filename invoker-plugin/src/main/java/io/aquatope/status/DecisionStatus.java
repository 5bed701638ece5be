/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.status.PoolSnapshot.Decided;

/**
 * A decision and its reasons.
 *
 * @param action {@code prepare} or {@code release}
 * @param count number of containers
 * @param level the container of the function that the reasons refer to, counted from the first busy
 *     one
 * @param value of that container
 */
public record DecisionStatus(
    String at,
    String function,
    String action,
    int count,
    int level,
    @JsonUnwrapped ContainerValue value) {

  static DecisionStatus of(Decided decided) {
    PrewarmDecision decision = decided.decision();
    return new DecisionStatus(
        decided.at().toString(),
        decision.function().id().toString(),
        Status.word(decision.action()),
        decision.count(),
        decision.level(),
        new ContainerValue(
            decision.worth().probability(),
            Status.word(decision.worth().source()),
            decision.worth().valueSeconds(),
            decision.worth().costSeconds()));
  }
}
