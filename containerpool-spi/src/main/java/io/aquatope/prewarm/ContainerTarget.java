/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.prewarm.start.FunctionStartTimes;

/** How many containers without work a function should have for the next slot, and their value. */
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
   * @param stemCellChance the probability that a call without it finds a stem cell, and has only to
   *     initialise that
   * @param succeeds whether a predecessor makes it likelier
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
   * Containers that are wanted for the sake of a predecessor, on top of those that others want,
   * which have been found worth their cost.
   *
   * @param others how many are wanted for other reasons; as likely needed as the first of these
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
   * Neither prepares nor lets go for the sake of a moment: what is not worth its cost now is kept
   * if it soon will be, and costs less until then than a start; what is worth its cost is prepared
   * if it will have saved more than the price of a start before that ends.
   *
   * @param ahead the probabilities of need in slots to come
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

  /** Whether all that were asked about are wanted, so that more might be. */
  boolean isOpen() {
    return wanted == levels();
  }

  int wanted() {
    return wanted;
  }

  /** Goes without the one that is worth least. */
  void giveUpLast() {
    wanted--;
  }

  /** How many more are wanted than there are. */
  int missing() {
    return Math.max(0, Math.min(wanted, startable) - count.ready());
  }

  /** How many there are that are not wanted; those in preparation cannot be let go. */
  int excess() {
    return Math.min(count.ready() - wanted, count.idle() + count.prepared());
  }

  int ready() {
    return count.ready();
  }

  /**
   * The delay that having a further container saves, in seconds: the whole cold start if it has run
   * the function or is initialised, the time to create it if that is all that may be done ahead;
   * less where there would be a stem cell.
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

  /** What was made of it. */
  OutlookSnapshot.Worth worth() {
    int last = Math.max(0, wanted - 1);
    return new OutlookSnapshot.Worth(wanted, need(last), source(), value(last), costSeconds);
  }

  private PrewarmDecision.Source source() {
    return succeeds ? PrewarmDecision.Source.SUCCESSOR : PrewarmDecision.Source.FORECAST;
  }

  /** Why so many are prepared or let go. */
  PrewarmDecision decision(PrewarmDecision.Action action, int changed, long nowMicros) {
    int index = action == PrewarmDecision.Action.PREPARE ? count.ready() : wanted;
    return new PrewarmDecision(
        nowMicros,
        function(),
        count.busy() + index + 1,
        need(index),
        source(),
        value(index),
        costSeconds,
        action,
        changed);
  }
}
