/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Several {@link DemandModel}s of a function, each trusted as far as it foretold the last slots:
 * their mean, weighed by the likelihood that each gave to how many further containers a slot
 * needed. With each call a share of the weight is divided anew, so that a function can change
 * (Herbster and Warmuth, Tracking the best expert, 1998). What has next to no weight is not asked
 * again before that.
 */
public final class DemandMixture {

  private static final double SHARE = 0.03;

  /** Less than what a model gets of the share. */
  private static final double NEGLIGIBLE = 9e-3;

  /** Nothing is taken to be less likely: models are never that good. */
  private static final double UNFORESEEN = 1e-4;

  /** How many further containers are judged, as more of them tell little. */
  private static final int LEVELS = 8;

  private static final double[] NOTHING = new double[LEVELS];
  private static final List<DemandModel> MODELS = DemandModel.ALL;

  private final long slotMicros;
  private final CallRecord record;
  private final double[] weights = new double[MODELS.size()];

  /** The slot that was last judged, and how many containers each model foretold it to need. */
  private @Nullable TimeAhead slot;

  /** Of the first container only, until anything happens that changes what is foretold. */
  private double @Nullable [][] foretold;

  private long untilMicros;
  private int busy;
  private int before;
  private int needed;

  /**
   * @param slotMicros after which demand is foretold anew
   * @param reactionMicros how soon a container can be ready after a call
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

  /** So many containers are busy from now on. */
  public void busy(int containers, long nowMicros) {
    foretellAll();
    record.busy(containers, nowMicros);
    busy = containers;
    if (nowMicros < untilMicros) {
      needed = Math.max(needed, containers - before);
    }
  }

  /** A window is over, the next one begins. */
  public void close(long nowMicros) {
    foretellAll();
    record.close(nowMicros);
  }

  /** So many windows were over in which nothing was busy and no call came. */
  public void skip(long windows) {
    foretellAll();
    record.skip(windows);
  }

  /**
   * The function is not looked at for a while: judges what was foretold, if its slot is over, and
   * keeps only what cannot be computed again.
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

  /** Judges what was foretold of the last slot, and foretells the one that begins now. */
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

  /** Most slots have no call, and are judged by whether the first container was needed. */
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
   * @param levels for how many
   * @param fromMicros when the stretch of time begins, now or later
   * @return for the first to the last of them; never rises
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
   * One of the {@link #needs}, without those of the containers before it.
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

  /** How many calls are to be expected in a stretch of time. */
  public double calls(AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    return record.calls().expected(forecast, fromMicros, toMicros, nowMicros).mean();
  }

  /** How many containers are busy, but for those that have been so for unusually long. */
  public int usuallyBusy(long nowMicros) {
    return record.runTime().usuallyBusy(nowMicros);
  }

  /** Mean time that a call keeps a container busy. */
  public double runSeconds() {
    return record.runTime().meanSeconds();
  }
}
