/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one function following another: probability, delay and width.
 *
 * <p>The probability is the mean of the posterior with Jeffreys' prior, {@code p = (h + ½) / (n +
 * 1)} for {@code h} hits in {@code n} trials, minus some standard deviations {@code c √(p (1 - p) /
 * (n + 2))}. One call that followed one call gives a probability of about a half; a higher one
 * takes more evidence.
 */
final class SuccessorEdge {

  /** Probability below which an expectation is not reported. */
  private static final double LEAST_PROBABILITY = 0.01;

  private static final int LATE = 4;

  final ActionNode target;
  private final FanOutWidths widths = new FanOutWidths();
  private final DelayEstimate delay;
  private final double keep;
  private final double caution;
  private final FollowEvidence evidence;
  private @Nullable FollowerPrior prior;
  private boolean isMeasured;
  private long lastHitMicros = Long.MIN_VALUE;

  /**
   * @param missed trials that this successor did not follow, as far as they are remembered
   * @param chance the probability that it follows by chance
   * @param longestMicros delay after which a call does not count as following
   */
  SuccessorEdge(
      ActionNode target,
      double missed,
      double chance,
      long longestMicros,
      SuccessorSettings settings) {
    this.target = target;
    this.delay = new DelayEstimate(longestMicros);
    this.keep = settings.evidence().keep();
    this.caution = settings.evidence().caution();
    this.evidence = new FollowEvidence(missed, chance, keep);
  }

  /** Adds knowledge from another source. */
  void addPrior(KnownFollower follower) {
    FollowerPrior known = prior;
    if (known == null || !known.says(follower)) {
      prior = new FollowerPrior(follower, keep);
    }
  }

  /**
   * The successor has followed.
   *
   * @param isExact whether the begin of the predecessor is known; if not, the delay counts only
   *     until an exact one is measured
   */
  void hit(double chance, long sinceMicros, boolean isExact, long nowMicros) {
    evidence.hit(chance);
    lastHitMicros = nowMicros;
    if (isExact || !isMeasured) {
      delay.observe(nowMicros - sinceMicros, isMeasured == isExact ? keep : 0);
      isMeasured = isExact;
    }
    widths.observe(1, keep);
  }

  /** The successor was called once more in the same fan-out. */
  void widened(int width) {
    widths.widened(width);
  }

  /** Evidence that the successor has followed here. */
  FollowEvidence evidence() {
    return evidence;
  }

  long lastHitMicros() {
    return lastHitMicros;
  }

  /** Time after which it will hardly follow any more. */
  long latestMicros() {
    return likelyDelay().latestMicros();
  }

  private DelayEstimate likelyDelay() {
    FollowerPrior told = prior;
    return told == null ? delay : told.orOwn(delay);
  }

  private double likelihood() {
    FollowerPrior told = prior;
    return (told == null ? evidence : told.orOwn(evidence)).probability(caution);
  }

  /**
   * Reports its expected calls now, given that it has not followed yet: {@code p S / (1 - p + p
   * S)}, where {@code S} is the probability of a longer delay. {@code S} is 1 while the predecessor
   * runs, up to {@value #LATE} times the latest usual delay.
   *
   * @param running whether the predecessor still runs
   * @return whether there is still time for it
   */
  boolean visit(long sinceMicros, boolean running, long nowMicros, ExpectedDemand.Visitor visitor) {
    DelayEstimate likely = likelyDelay();
    long latest = likely.latestMicros();
    if (nowMicros > sinceMicros + (running ? LATE * latest : latest) || target.isForgotten()) {
      return false;
    }
    double follows = likelihood();
    double later = running ? follows : follows * likely.exceeds(nowMicros - sinceMicros);
    long to = Math.max(sinceMicros + latest, nowMicros);
    double posterior = later / (1 - follows + later);
    long from = sinceMicros + likely.earliestMicros();
    if (!widths.isKnown()) {
      visitor.expect(target.function(), posterior, from, to, 1);
    } else {
      tell(0, posterior, from, to, visitor);
    }
    return true;
  }

  /** Reports the number of further calls expected in addition to those that have come. */
  void visitRest(int seen, long nowMicros, long toMicros, ExpectedDemand.Visitor visitor) {
    tell(seen, 1, nowMicros, toMicros, visitor);
  }

  private void tell(int seen, double all, long from, long to, ExpectedDemand.Visitor visitor) {
    FunctionSpec function = target.function();
    int told = containers(seen, function);
    for (int i = 0; i < FanOutWidths.CLASSES; i++) {
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
