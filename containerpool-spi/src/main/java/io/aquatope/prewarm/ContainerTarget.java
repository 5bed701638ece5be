/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.prewarm.start.FunctionStartTimes;

/**
 * Number of ready containers without work that a function should have for the next slot, and their
 * value.
 */
final class ContainerTarget {

  private final FunctionOutlook outlook;
  private final FunctionCount count;
  private final int others;
  private final double[] needs;
  private final double costSeconds;
  private final double stemCellChance;
  private final boolean succeeds;
  private int wanted;
  private int startable;

  /**
   * @param needs the probability that each further container is needed; never rises
   * @param costSeconds what one costs in the slot, in seconds of delay
   * @param stemCellChance the probability that a call without it finds a stem cell, and only has to
   *     initialise that
   * @param succeeds whether a predecessor makes the need more likely
   */
  ContainerTarget(
      FunctionOutlook outlook,
      FunctionCount count,
      double[] needs,
      double costSeconds,
      double stemCellChance,
      boolean succeeds) {
    this(outlook, count, 0, needs, costSeconds, stemCellChance, succeeds);
  }

  private ContainerTarget(
      FunctionOutlook outlook,
      FunctionCount count,
      int others,
      double[] needs,
      double costSeconds,
      double stemCellChance,
      boolean succeeds) {
    this.outlook = outlook;
    this.count = count;
    this.others = others;
    this.needs = needs;
    this.costSeconds = costSeconds;
    this.stemCellChance = stemCellChance;
    this.succeeds = succeeds;
    wanted = needs.length > 0 && value(others) > costSeconds ? others : 0;
    while (wanted >= others && wanted < levels() && value(wanted) > costSeconds) {
      wanted++;
    }
    startable = wanted;
  }

  /**
   * Containers that are wanted because of a predecessor, in addition to those that are wanted for
   * other reasons and have been found worth their cost.
   *
   * @param others how many are wanted for other reasons; each is as likely needed as the first of
   *     these
   */
  static ContainerTarget onTop(
      FunctionOutlook outlook,
      FunctionCount count,
      int others,
      double[] needs,
      double costSeconds,
      double stemCellChance) {
    return new ContainerTarget(outlook, count, others, needs, costSeconds, stemCellChance, true);
  }

  private int levels() {
    return others + needs.length;
  }

  private double need(int index) {
    return needs.length == 0 || index >= levels() ? 0 : needs[Math.max(0, index - others)];
  }

  /**
   * Avoids preparing or releasing containers for a short time only. A container that is not worth
   * its cost now is kept if it will be soon, and if keeping it until then costs less than a start.
   * A container that is worth its cost is prepared if it saves more than the price of a start
   * before it stops being worth its cost.
   *
   * @param ahead the probabilities of need in future slots
   * @param startSeconds the price of a start
   */
  void lookAhead(NeedLookahead ahead, double startSeconds) {
    int keep = wanted;
    startable = count.ready();
    for (int i = wanted; i < count.ready(); i++) {
      if (isKept(i, ahead, startSeconds)) {
        keep = i + 1;
      }
    }
    while (startable < wanted && isStarted(startable, ahead, startSeconds)) {
      startable++;
    }
    wanted = keep;
  }

  private boolean isKept(int index, NeedLookahead ahead, double startSeconds) {
    double loss = 0;
    for (int step = 0; step < ahead.steps(); step++) {
      double gain = value(index, ahead.need(step, index)) - costSeconds;
      if (gain > 0) {
        return true;
      }
      loss -= gain * ahead.slots(step);
      if (loss > startSeconds) {
        return false;
      }
    }
    return true;
  }

  private boolean isStarted(int index, NeedLookahead ahead, double startSeconds) {
    double sum = value(index) - costSeconds;
    for (int step = 0; step < ahead.steps() && sum <= startSeconds; step++) {
      double gain = value(index, ahead.need(step, index)) - costSeconds;
      if (gain <= 0) {
        return false;
      }
      sum += gain * ahead.slots(step);
    }
    return sum > startSeconds;
  }

  FunctionSpec function() {
    return outlook.function();
  }

  /** Whether all containers that were considered are wanted, so that more might be. */
  boolean isOpen() {
    return wanted == levels();
  }

  int wanted() {
    return wanted;
  }

  /** Drops the wanted container of the least value. */
  void giveUpLast() {
    wanted--;
  }

  /** Whether it wants no further container, and has one that could be given up. */
  boolean isReplaceable() {
    int kept = kept();
    return kept > 0 && missing() == 0 && count.ready() - kept < count.idle() + count.prepared();
  }

  /** The value per MB of the existing container that is given up next. */
  double leastKeptValuePerMb() {
    return valuePerMb(kept() - 1);
  }

  /** Drops the existing container of the least value. */
  void giveUpKept() {
    wanted = kept() - 1;
  }

  /** Takes back the last {@link #giveUpKept}. */
  void keepAgain() {
    wanted++;
  }

  /** Number of wanted containers that exist. */
  int kept() {
    return Math.min(wanted, count.ready());
  }

  /** Number of wanted containers that do not exist yet. */
  int missing() {
    return Math.max(0, Math.min(wanted, startable) - count.ready());
  }

  /** Number of containers that are not wanted; those in preparation cannot be released. */
  int excess() {
    return Math.min(count.ready() - wanted, count.idle() + count.prepared());
  }

  int ready() {
    return count.ready();
  }

  /**
   * The delay that a further container saves, in seconds. A container that has run the function or
   * is initialised saves the whole cold start. If the function allows creation only, it saves the
   * time to create the container. It saves less where a stem cell is likely to be available.
   *
   * @param index of the container, from 0
   */
  double value(int index) {
    return value(index, need(index));
  }

  private double value(int index, double need) {
    FunctionStartTimes times = outlook.startTimes();
    double init = times.initSeconds();
    double creation = (1 - stemCellChance) * (times.coldSeconds() - init);
    PreparationDepth depth =
        index < count.idle() ? PreparationDepth.INITIALISED : function().deepest();
    double saved =
        switch (depth) {
          case INITIALISED -> creation + init;
          case CREATED -> creation;
          case STEM_CELL -> 0;
        };
    return need * saved;
  }

  /** The value of a further container for each MB of memory. */
  double valuePerMb(int index) {
    return value(index) / function().memoryMb();
  }

  /** The result, for display. */
  OutlookSnapshot.Worth worth() {
    return new OutlookSnapshot.Worth(wanted, worth(Math.max(0, wanted - 1)));
  }

  private ContainerWorth worth(int index) {
    ContainerWorth.Source source =
        succeeds ? ContainerWorth.Source.SUCCESSOR : ContainerWorth.Source.FORECAST;
    return new ContainerWorth(need(index), source, value(index), costSeconds);
  }

  /** The reason why this number is prepared or released. */
  PrewarmDecision decision(PrewarmDecision.Action action, int changed, long nowMicros) {
    int index = action == PrewarmDecision.Action.PREPARE ? count.ready() : wanted;
    int level = count.busy() + index + 1;
    return new PrewarmDecision(nowMicros, function(), level, worth(index), action, changed);
  }
}
