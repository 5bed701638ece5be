/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;

/**
 * What is known of one function following another: how often, how long after, how many at a time.
 *
 * <p>With {@code h} hits and {@code m} misses, forgotten exponentially, the probability is the mean
 * of the posterior of Jeffreys' prior less some standard deviations {@code c}: {@code p = (h + ½) /
 * (n + 1)} with {@code n = h + m}, and {@code p - c √(p (1 - p) / (n + 2))}. One call that followed
 * one call is worth about a half; more has to be earned.
 */
final class SuccessorEdge {

  /** Below this nothing is worth the time to tell it. */
  private static final double LEAST_PROBABILITY = 0.01;

  final SuccessorNode target;
  private final SuccessorWidths widths = new SuccessorWidths();
  private final SuccessorDelay delay;
  private final double keep;
  private final double caution;
  private double hits;
  private double misses;
  private long lastHitMicros = Long.MIN_VALUE;

  /**
   * @param missed trials that this successor did not follow, as far as they are remembered
   * @param longestMicros after which it does not count as following
   */
  SuccessorEdge(
      SuccessorNode target, double missed, long longestMicros, SuccessorSettings settings) {
    this.target = target;
    this.misses = missed;
    this.delay = new SuccessorDelay(longestMicros);
    this.keep = settings.keep();
    this.caution = settings.caution();
  }

  /** It has followed. */
  void hit(long sinceMicros, long nowMicros) {
    forget();
    hits++;
    lastHitMicros = nowMicros;
    delay.observe(nowMicros - sinceMicros, keep);
    widths.observe(1, keep);
  }

  /** Where it has followed, there is one call more by its side. */
  void widened(int width) {
    widths.widened(width);
  }

  /** It has not followed. */
  void missed() {
    forget();
    misses++;
  }

  private void forget() {
    hits *= keep;
    misses *= keep;
  }

  /** Lets no more than so many trials count. */
  void discount(double trials) {
    double factor = Math.min(1, trials / trials());
    hits *= factor;
    misses *= factor;
  }

  double hits() {
    return hits;
  }

  double trials() {
    return hits + misses;
  }

  long lastHitMicros() {
    return lastHitMicros;
  }

  /** After so long it will hardly follow any more. */
  long latestMicros() {
    return delay.latestMicros();
  }

  /** The probability that it follows at all. */
  double probability() {
    double mean = (hits + 0.5) / (trials() + 1);
    return Math.max(0, mean - caution * Math.sqrt(mean * (1 - mean) / (trials() + 2)));
  }

  /**
   * Tells what is expected of it now, given that it has not followed yet: {@code p S / (1 - p + p
   * S)}, where {@code S} is the probability of a longer delay.
   *
   * @return whether there is still time for it
   */
  boolean visit(long sinceMicros, long nowMicros, Expected.Visitor visitor) {
    long to = sinceMicros + delay.latestMicros();
    if (nowMicros > to || target.isForgotten()) {
      return false;
    }
    double later = probability() * delay.exceeds(nowMicros - sinceMicros);
    double posterior = later / (1 - probability() + later);
    tell(0, posterior, sinceMicros + delay.earliestMicros(), to, visitor);
    return true;
  }

  /** Tells how many calls more are expected by the side of those that have come. */
  void visitRest(int seen, long nowMicros, long toMicros, Expected.Visitor visitor) {
    tell(seen, 1, nowMicros, toMicros, visitor);
  }

  private void tell(int seen, double all, long from, long to, Expected.Visitor visitor) {
    FunctionSpec function = target.function();
    int told = containers(seen, function);
    for (int i = 0; i < SuccessorWidths.CLASSES; i++) {
      int needed = containers(widths.level(i), function);
      if (needed > told) {
        double probability = all * widths.atLeast(i, seen);
        if (probability < LEAST_PROBABILITY) {
          return;
        }
        visitor.expect(function, probability, from, to, needed - told);
        told = needed;
      }
    }
  }

  private static int containers(int calls, FunctionSpec function) {
    return (calls + function.maxConcurrent() - 1) / function.maxConcurrent();
  }
}
