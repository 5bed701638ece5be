/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.typesafe.config.Config;
import io.aquatope.exchange.FieldChecks;
import io.aquatope.settings.ConfigSection;
import java.math.BigDecimal;
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

  private static final int MOST_REPETITIONS = 100;
  private static final int LEAST_WATCH = 5;
  private static final int MOST_WATCH = 10_000;

  public TuningRules {
    milliCores = List.copyOf(milliCores);
    checkSteps(milliCores);
    FieldChecks.between("repetitions", repetitions, 1, MOST_REPETITIONS);
    FieldChecks.that(
        margin > 0 && margin <= 1, "violation-share", margin, "more than 0, at most 1");
    FieldChecks.between("observation-instances", watch, LEAST_WATCH, MOST_WATCH);
  }

  static TuningRules of(ConfigSection tune) {
    return new TuningRules(
        tune.list("cpu-steps", TuningRules::steps),
        tune.between("repetitions", 1, MOST_REPETITIONS),
        tune.between("observation-instances", LEAST_WATCH, MOST_WATCH),
        tune.share("violation-share"));
  }

  private static List<Integer> steps(Config tune, String key) {
    List<Integer> steps = tune.getStringList(key).stream().map(TuningRules::milliCores).toList();
    checkSteps(steps);
    return steps;
  }

  private static int milliCores(String cores) {
    try {
      return new BigDecimal(cores).movePointRight(3).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + cores + "', expected cores with at most three decimals, for example 0.5", e);
    }
  }

  private static void checkSteps(List<Integer> milliCores) {
    FieldChecks.that(
        !milliCores.isEmpty()
            && milliCores.size() <= 64
            && milliCores.get(0) >= 10
            && milliCores.stream().sorted().distinct().toList().equals(milliCores),
        "milliCores",
        milliCores,
        "1 to 64 ascending limits, each at least 10");
  }
}
