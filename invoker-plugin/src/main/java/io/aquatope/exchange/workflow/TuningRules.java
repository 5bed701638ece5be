/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * Rules for tuning a workflow. They are part of its definition, so that all invokers follow the
 * same rules.
 *
 * @param milliCores the CPU limits that a stage may be given, ascending, in thousandths of a core
 * @param repetitions warm runs of each stage that a candidate needs before it is judged
 * @param watch number of instances that have to follow a decision before the next round
 * @param margin the part of the target's tolerated violations that tuning plans with; the rest is
 *     reserved for violations that no choice of limits prevents
 */
public record TuningRules(List<Integer> milliCores, int repetitions, int watch, double margin) {

  public TuningRules {
    milliCores = List.copyOf(milliCores);
    FieldChecks.that(
        !milliCores.isEmpty()
            && milliCores.size() <= 64
            && milliCores.get(0) >= 10
            && milliCores.stream().sorted().distinct().toList().equals(milliCores),
        "milliCores",
        milliCores,
        "1 to 64 ascending limits, each at least 10");
    FieldChecks.that(
        repetitions >= 1 && repetitions <= 100, "repetitions", repetitions, "1 to 100");
    FieldChecks.that(
        margin > 0 && margin <= 1, "violation-share", margin, "more than 0, at most 1");
    FieldChecks.that(watch >= 5 && watch <= 10_000, "observation-instances", watch, "5 to 10000");
  }
}
