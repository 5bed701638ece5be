/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Mixture of several {@link DemandModel}s of a function. Each model is weighed by the likelihood
 * that it gave to the number of further containers that each past slot needed. With each call a
 * share of the weight is redistributed, so that a function can change (Herbster and Warmuth,
 * Tracking the best expert, 1998). A model of negligible weight is not evaluated until then.
 */
public final class DemandMixture {

  private static final double SHARE = 0.03;

  /** Negligible weight; less than a model gets of the share. */
  private static final double NEGLIGIBLE = 9e-3;

  /** Least likelihood that a model is credited with: models are never better than that. */
  private static final double UNFORESEEN = 1e-4;

  /** Number of further containers that are scored, as more of them give little evidence. */
  private static final int LEVELS = 8;

  private static final double[] NOTHING = new double[LEVELS];
  private static final List<DemandModel> MODELS = DemandModel.ALL;

  private final long slotMicros;
  private final CallRecord record;
  private final double[] weights = new double[MODELS.size()];

  /** The slot that was last scored, and each model's prediction for it. */
  private @Nullable TimeAhead slot;

  /** Predictions for the first container only, until an event changes them. */
  private double @Nullable [][] foretold;

  private long untilMicros;
  private int busy;
  private int before;
  private int needed;

  /**
   * @param slotMicros length of a slot, after which demand is predicted again
   * @param reactionMicros time from a call until a container can be ready
   */
  public DemandMixture(WindowClock clock, long slotMicros, LongSupplier reactionMicros) {
    this.slotMicros = slotMicros;
    record = new CallRecord(clock, reactionMicros);
    Arrays.fill(weights, 1.0 / weights.length);
  }

  public void called(long nowMicros) {
    foretellAll();
    record.called(nowMicros);
  }

  /** Sets the number of busy containers from now on. */
  public void busy(int containers, long nowMicros) {
    foretellAll();
    record.busy(containers, nowMicros);
    busy = containers;
    if (nowMicros < untilMicros) {
      needed = Math.max(needed, containers - before);
    }
  }

  /** Closes the window; the next one begins. */
  public void close(long nowMicros) {
    foretellAll();
    record.close(nowMicros);
  }

  /** Skips closed windows without calls and busy containers. */
  public void skip(long windows) {
    foretellAll();
    record.skip(windows);
  }

  /**
   * Prepares for a time without plans of this function: scores the last predictions, if their slot
   * has ended, and keeps only state that cannot be computed again.
   */
  public void rest(long nowMicros) {
    double[][] last = foretold;
    if (last != null && nowMicros >= untilMicros) {
      weigh(last);
      foretold = null;
      slot = null;
    }
    record.rest();
  }

  /** Scores the predictions of the last slot, and predicts the one that begins now. */
  public void judge(AnyCall forecast, long nowMicros) {
    double[][] last = foretold;
    if (last != null) {
      weigh(last);
    }
    untilMicros = nowMicros + slotMicros;
    before = busy;
    needed = 0;
    slot = new TimeAhead(record, forecast, nowMicros, untilMicros, nowMicros);
    foretold = foretell(slot, 1);
  }

  /**
   * Predicts all levels. Most slots have no call, and are scored by the need of the first container
   * only.
   */
  private void foretellAll() {
    if (slot != null) {
      foretold = foretell(slot, LEVELS);
      slot = null;
    }
  }

  private double[][] foretell(TimeAhead ahead, int levels) {
    double[][] needs = new double[weights.length][];
    for (int i = 0; i < weights.length; i++) {
      needs[i] = weights[i] < NEGLIGIBLE ? NOTHING : MODELS.get(i).needs(ahead, 0, levels);
    }
    return needs;
  }

  private void weigh(double[][] last) {
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= Math.max(UNFORESEEN, probability(last[i], needed));
      total += weights[i];
    }
    double share = needed > 0 ? SHARE : 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (1 - share) * weights[i] / total + share / weights.length;
    }
  }

  private static double probability(double[] needs, int needed) {
    double atLeast = needed == 0 ? 1 : needs[Math.min(needed, LEVELS) - 1];
    double more = needed >= LEVELS ? 0 : needs[needed];
    return atLeast - more;
  }

  /**
   * The probability that further containers are needed beyond those that are busy now.
   *
   * @param levels number of further containers
   * @param fromMicros begin of the period, now or later
   * @return one probability for each of them, from the first to the last; never rises
   */
  public double[] needs(
      AnyCall forecast, int levels, long fromMicros, long toMicros, long nowMicros) {
    boolean isKnown =
        levels <= LEVELS && fromMicros == untilMicros - slotMicros && toMicros == untilMicros;
    if (isKnown && levels > 1) {
      foretellAll();
    }
    double[][] known = foretold;
    TimeAhead ahead = new TimeAhead(record, forecast, fromMicros, toMicros, nowMicros);
    double[] needs = new double[levels];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < NEGLIGIBLE) {
        continue;
      }
      double[] one = known != null && isKnown ? known[i] : MODELS.get(i).needs(ahead, 0, levels);
      for (int k = 0; k < levels; k++) {
        needs[k] += weights[i] * one[k];
      }
    }
    return needs;
  }

  /**
   * One of the {@link #needs}, computed without those of the containers before it.
   *
   * @param index of the further container, from 0
   */
  public double need(AnyCall forecast, int index, long fromMicros, long toMicros, long nowMicros) {
    TimeAhead ahead = new TimeAhead(record, forecast, fromMicros, toMicros, nowMicros);
    double need = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] >= NEGLIGIBLE) {
        need += weights[i] * MODELS.get(i).needs(ahead, index, 1)[0];
      }
    }
    return need;
  }

  /** Number of calls expected in a period. */
  public double calls(AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    return record.calls().expected(forecast, fromMicros, toMicros, nowMicros).mean();
  }

  /** Number of busy containers, without those that have been busy for unusually long. */
  public int usuallyBusy(long nowMicros) {
    return record.runTime().usuallyBusy(nowMicros);
  }

  /** Mean time that a call keeps a container busy. */
  public double runSeconds() {
    return record.runTime().meanSeconds();
  }
}
