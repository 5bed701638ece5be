/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the decisions about the chosen functions with their reasons, one line each. */
public final class DecisionPrinter implements PrewarmListener {

  private final String name;
  private final PrintWriter out;

  /**
   * @param name substring of the functions' names
   */
  public DecisionPrinter(String name, PrintWriter out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public void decided(PrewarmDecision decision) {
    if (concerns(decision.function())) {
      out.printf(
          Locale.ROOT,
          "%s  %s %d: container %d is needed with P = %.4f (%s), worth %.4f s, costs %.4f s  [%s]%n",
          time(decision.atMicros()),
          decision.action() == PrewarmDecision.Action.PREPARE ? "prepare" : "release ",
          decision.count(),
          decision.level(),
          decision.worth().probability(),
          decision.worth().source().name().toLowerCase(Locale.ROOT),
          decision.worth().valueSeconds(),
          decision.worth().costSeconds(),
          decision.function().id());
    }
  }

  @Override
  public void fellBack(FunctionSpec function, FallbackReason why, long nowMicros) {
    if (concerns(function)) {
      out.printf(
          Locale.ROOT,
          "%s  OpenWhisk's rule decides from now on: forecast %s  [%s]%n",
          time(nowMicros),
          why.name().toLowerCase(Locale.ROOT),
          function.id());
    }
  }

  @Override
  public void recovered(FunctionSpec function, long nowMicros) {
    if (concerns(function)) {
      out.printf(
          Locale.ROOT, "%s  forecasts decide from now on  [%s]%n", time(nowMicros), function.id());
    }
  }

  private boolean concerns(FunctionSpec function) {
    return function.id().toString().contains(name);
  }

  private static String time(long micros) {
    long millis = micros / 1000;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }
}
