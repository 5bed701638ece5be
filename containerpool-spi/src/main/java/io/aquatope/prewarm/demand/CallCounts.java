/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.Arrays;

/**
 * Counts of a function's calls in its last windows with any call, and the prediction that they give
 * for the rest of a window.
 *
 * <p>Of n calls in a window, each comes independently of the others with distribution F of the
 * {@link WindowPhase}; a lone call has another distribution, F'. If j have come in the part of the
 * window that has passed, the likelihood of n is proportional to {@code n! / (n - j)! (1 - F)^(n -
 * j)}; for n = 1 it is {@code 1 - F'} before the call, and f' / f at the time of the call after it.
 * Bayes' rule then weighs the remaining calls. The prior of n is 0 with the probability 1 - p of
 * the forecast; else one of the counts of the last windows, recent ones being more likely; or with
 * probability {@value #SURPRISE} a geometric distribution around their mean m, for which the mean
 * of the remaining calls is {@code (1 + j) (1 - F) / (1 / m + F)}.
 */
final class CallCounts {

  private static final int MEMORY = 8;
  private static final double FADE = 0.9;
  private static final double SURPRISE = 0.15;

  /** Makes a second call possible even if each window so far had one. */
  private static final double MORE = 0.2;

  private static final int[] NONE = {};

  private int[] counts = NONE;
  private int seen;

  /**
   * A period in the rest of a window.
   *
   * @param ahead the probability that a call comes in the rest of the window
   * @param share the probability that it comes in the period, if it does
   */
  record Stretch(double ahead, double share) {}

  /** A copy, which learns separately from now on. */
  CallCounts copy() {
    CallCounts copy = new CallCounts();
    copy.counts = counts.clone();
    copy.seen = seen;
    return copy;
  }

  /** A window has closed with this number of calls, at least one. */
  void add(int count) {
    if (seen == counts.length && seen < MEMORY) {
      counts = Arrays.copyOf(counts, Math.max(1, 2 * seen));
    }
    counts[seen++ % MEMORY] = count;
  }

  /**
   * The calls expected in a period of a window.
   *
   * @param probability of any call in the window, as forecast before it began; less than 1
   * @param came number of calls so far
   * @param lone likelihood ratio of the time of the first call: of a lone call to one of several; 1
   *     if none came
   * @param alone the period, for a lone call
   * @param among the period, for one of several calls
   */
  ExpectedCalls expected(double probability, int came, double lone, Stretch alone, Stretch among) {
    Posterior posterior = new Posterior(came, lone, alone, among);
    int known = Math.min(seen, MEMORY);
    double total = 0;
    double mean = known == 0 ? 1 : 0;
    for (int age = 1; age <= known; age++) {
      total += weight(age);
    }
    double likely = known == 0 ? 0 : probability * (1 - SURPRISE) / total;
    for (int age = 1; age <= known; age++) {
      int count = counts[(seen - age) % MEMORY];
      mean += weight(age) / total * count;
      posterior.add(likely * weight(age), count);
    }
    double surprise = known == 0 ? probability : probability * SURPRISE;
    posterior.add(1 - probability, 0);
    posterior.add(surprise / (mean + MORE), 1);
    posterior.addGeometric(surprise * (1 - 1 / (mean + MORE)), 1 / mean);
    return posterior.calls();
  }

  private static double weight(int age) {
    return Powers.OF_FADE[age];
  }

  private static final class Powers {
    private static final double[] OF_FADE = new double[MEMORY + 1];

    static {
      Arrays.setAll(OF_FADE, age -> Math.pow(FADE, age));
    }
  }

  /** Sums over the hypotheses. Uses logarithms, since likelihoods of many calls are huge. */
  private static final class Posterior {

    private final int came;
    private final double lone;
    private final Stretch alone;
    private final Stretch among;
    private double most = Double.NEGATIVE_INFINITY;
    private double weight;
    private double calls;
    private double pairs;

    Posterior(int came, double lone, Stretch alone, Stretch among) {
      this.came = came;
      this.lone = lone;
      this.alone = alone;
      this.among = among;
    }

    void add(double prior, int count) {
      if (prior <= 0 || count < came) {
        return;
      }
      int left = count - came;
      if (count == 0) {
        add(Math.log(prior), 0, 0);
      } else if (count == 1) {
        add(Math.log(prior * (left == 1 ? alone.ahead() : lone)), left * alone.share(), 0);
      } else {
        double likelihood = LogFactorial.of(count) - LogFactorial.of(left);
        double rest = left == 0 ? 0 : left * Math.log(among.ahead());
        add(
            Math.log(prior) + likelihood + rest,
            left * among.share(),
            left * (left - 1.0) * among.share() * among.share());
      }
    }

    /** Adds a Poisson number of calls whose mean is exponentially distributed: a geometric one. */
    void addGeometric(double prior, double rate) {
      double passed = rate + 1 - among.ahead();
      double share = among.ahead() * among.share() / passed;
      add(
          Math.log(prior * rate) + LogFactorial.of(came) - (came + 1) * Math.log(passed),
          (came + 1) * share,
          (came + 1) * (came + 2.0) * share * share);
    }

    private void add(double logWeight, double mean, double meanPairs) {
      if (logWeight == Double.NEGATIVE_INFINITY) {
        return;
      }
      if (logWeight > most) {
        double scale = Math.exp(most - logWeight);
        weight *= scale;
        calls *= scale;
        pairs *= scale;
        most = logWeight;
      }
      double added = Math.exp(logWeight - most);
      weight += added;
      calls += added * mean;
      pairs += added * meanPairs;
    }

    ExpectedCalls calls() {
      return calls > 0 ? new ExpectedCalls(calls / weight, pairs / calls) : ExpectedCalls.NONE;
    }
  }
}
