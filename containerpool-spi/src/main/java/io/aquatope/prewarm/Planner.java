/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Plans which containers are prepared, kept and released, by one list over all functions. Having
 * the k-th container of a function ready for a slot of length s is worth
 *
 * <pre>P(it is needed in the slot) * cold-start delay</pre>
 *
 * and costs {@code memory * s / r}, where r is the operator's rate: GB-seconds for a second of
 * delay. A container that is worth more than it costs is wanted.
 *
 * <p>If memory is short, no wanted container that exists is released to leave memory free: a call
 * that needs the memory evicts it. New containers fill free memory, or replace existing ones of far
 * less value per MB, see {@link PreparationRoom}. While calls wait, none is prepared.
 *
 * <p>Starting a container takes CPU time, which has a price, too. So a container that is wanted
 * only briefly is not prepared, and one that is unwanted only briefly is kept ({@link
 * ContainerTarget#lookAhead}).
 *
 * <p>An existing container is valued for the slot that begins now and for the slot in which a new
 * container could be ready. A missing container is valued for the latter only.
 */
final class Planner {

  /** Length of a slot. */
  static final long SLOT_MICROS = SECONDS.toMicros(1);

  private static final double SLOT_SECONDS = SLOT_MICROS / 1e6;
  private static final int MOST_LEVELS = 1 << 12;

  /** Share of the memory whose use shows that calls may soon evict containers. */
  private static final double SHORT_FROM = 0.96;

  /** A target, and the value per MB of one of its containers. */
  private record Valued(ContainerTarget wish, double perMb) {

    /** The value per MB of the last wanted container. */
    static Valued ofLast(ContainerTarget wish) {
      return new Valued(wish, wish.valuePerMb(wish.wanted() - 1));
    }
  }

  private final PrewarmSettings settings;
  private final StemCellStock stemCells;
  private final PrewarmListener listener;
  private List<ContainerTarget> weighed = List.of();

  Planner(PrewarmSettings settings, StemCellStock stemCells, PrewarmListener listener) {
    this.settings = settings;
    this.stemCells = stemCells;
    this.listener = listener;
  }

  /**
   * Actions for the functions that forecasts decide about.
   *
   * @param following the probability that each further container is needed by a successor
   */
  List<PoolAction> plan(
      List<FunctionOutlook> functions,
      Map<FunctionSpec, List<Double>> following,
      PoolView pool,
      long nowMicros) {
    List<ContainerTarget> wishes = new ArrayList<>();
    long wantedMb = 0;
    int starting = 0;
    for (FunctionOutlook outlook : functions) {
      FunctionCount count = pool.count(outlook.function().id());
      starting += count.preparing();
      List<Double> successors = following.getOrDefault(outlook.function(), List.of());
      if (count.ready() > 0
          || !successors.isEmpty()
          || !outlook.isQuiet(leastNeed(outlook), nowMicros)) {
        outlook.beginSlot(nowMicros);
        ContainerTarget wish = wish(outlook, successors, count, nowMicros);
        if (wish.wanted() != wish.ready() && settings.startSeconds() > 0) {
          int levels = Math.max(wish.ready(), wish.wanted());
          wish.lookAhead(new NeedLookahead(outlook, levels, nowMicros), settings.startSeconds());
        }
        wishes.add(wish);
        wantedMb += (long) wish.wanted() * wish.function().memoryMb();
      }
    }
    fit(wishes, wantedMb, pool);
    List<PoolAction> preparations = new ArrayList<>();
    if (pool.buffered() == 0) {
      PreparationRoom room = new PreparationRoom(wishes, pool);
      prepare(wishes, settings.maxStarting() - starting, room, nowMicros, preparations);
    }
    weighed = wishes;
    List<PoolAction> actions = new ArrayList<>();
    release(wishes, nowMicros, actions);
    if (isShort(wantedMb, pool)) {
      rank(wishes, actions);
    }
    actions.addAll(preparations);
    return actions;
  }

  /** The assessment of each function's containers in the last slot. */
  Map<FunctionId, OutlookSnapshot.Worth> weighed() {
    return weighed.stream()
        .collect(Collectors.toMap(w -> w.function().id(), ContainerTarget::worth));
  }

  /**
   * Preparations for successors alone, sooner than the next slot.
   *
   * @param following the probability that each container is needed by a successor
   * @param total number of a function's containers that successors need, these and others
   */
  List<PoolAction> prepare(
      List<FunctionOutlook> functions,
      Map<FunctionSpec, List<Double>> following,
      ToIntFunction<FunctionSpec> total,
      PoolView pool,
      long nowMicros) {
    List<ContainerTarget> wishes = new ArrayList<>();
    for (FunctionOutlook outlook : functions) {
      FunctionSpec function = outlook.function();
      List<Double> successors = following.getOrDefault(function, List.of());
      double cost = settings.cost(function.memoryMb(), SLOT_SECONDS);
      FunctionCount count = pool.count(function.id());
      int others = Math.max(0, total.applyAsInt(function) - successors.size());
      if (others + successors.size() > count.ready()) {
        double[] needs = combined(new double[successors.size()], successors);
        double chance = stemCells.chance(function);
        wishes.add(ContainerTarget.onTop(outlook, count, others, needs, cost, chance));
      }
    }
    List<PoolAction> actions = new ArrayList<>();
    PreparationRoom room = new PreparationRoom(List.of(), pool);
    prepare(wishes, settings.maxStarting(), room, nowMicros, actions);
    return actions;
  }

  /** The value per MB of the last idle container of a function, the one of the least value. */
  double valuePerMb(FunctionOutlook outlook, FunctionCount count, long nowMicros) {
    int last = Math.max(1, count.ready()) - 1;
    double cold = outlook.startTimes().coldSeconds();
    long lead = nowMicros + Math.round(cold * 1e6);
    double need = outlook.need(last, lead, lead + SLOT_MICROS, nowMicros);
    if (count.ready() > 0) {
      need = Math.max(need, outlook.need(last, nowMicros, nowMicros + SLOT_MICROS, nowMicros));
    }
    return need * cold / outlook.function().memoryMb();
  }

  /** The probability of need below which no container of a function is wanted. */
  double leastNeed(FunctionOutlook outlook) {
    return settings.cost(outlook.function().memoryMb(), SLOT_SECONDS)
        / outlook.startTimes().coldSeconds();
  }

  private ContainerTarget wish(
      FunctionOutlook outlook, List<Double> successors, FunctionCount count, long now) {
    double cost = settings.cost(outlook.function().memoryMb(), SLOT_SECONDS);
    double chance = stemCells.chance(outlook.function());
    int levels = Math.max(count.ready(), successors.size()) + 2;
    while (true) {
      double[] needs = combined(needs(outlook, count, levels, now), successors);
      ContainerTarget wish =
          new ContainerTarget(outlook, count, needs, cost, chance, !successors.isEmpty());
      if (!wish.isOpen() || levels > MOST_LEVELS) {
        return wish;
      }
      levels *= 2;
    }
  }

  /** The probability of need for either reason, as if the reasons were independent. */
  private static double[] combined(double[] needs, List<Double> successors) {
    if (successors.isEmpty()) {
      return needs;
    }
    List<Double> likeliest = successors.stream().sorted(Comparator.reverseOrder()).toList();
    for (int i = 0; i < likeliest.size(); i++) {
      needs[i] = 1 - (1 - needs[i]) * (1 - likeliest.get(i));
    }
    return needs;
  }

  private static double[] needs(
      FunctionOutlook outlook, FunctionCount count, int levels, long now) {
    long lead = now + Math.round(outlook.startTimes().coldSeconds() * 1e6);
    double[] needs = outlook.needs(levels, lead, lead + SLOT_MICROS, now);
    if (count.ready() > 0) {
      double[] present = outlook.needs(count.ready(), now, now + SLOT_MICROS, now);
      for (int i = 0; i < present.length; i++) {
        needs[i] = Math.max(needs[i], present[i]);
      }
    }
    return needs;
  }

  /** Whether calls may soon need the memory of ready containers. */
  private static boolean isShort(long wantedMb, PoolView pool) {
    double most = pool.memoryMb() * SHORT_FROM;
    return Math.max(wantedMb + pool.busyMb() + pool.stemCellMb(), pool.usedMb()) > most;
  }

  /** Reduces the targets to the memory that operators allow to containers without work. */
  private void fit(List<ContainerTarget> wishes, long wantedMb, PoolView pool) {
    double budget = (double) settings.memoryMb() - pool.stemCellMb();
    if (wantedMb <= budget) {
      return;
    }
    PriorityQueue<Valued> least = new PriorityQueue<>(Comparator.comparingDouble(Valued::perMb));
    for (ContainerTarget wish : wishes) {
      if (wish.wanted() > 0) {
        least.add(Valued.ofLast(wish));
      }
    }
    long mb = wantedMb;
    while (mb > budget && !least.isEmpty()) {
      ContainerTarget wish = least.remove().wish;
      wish.giveUpLast();
      mb -= wish.function().memoryMb();
      if (wish.wanted() > 0) {
        least.add(Valued.ofLast(wish));
      }
    }
  }

  private void release(List<ContainerTarget> wishes, long now, List<PoolAction> actions) {
    for (ContainerTarget wish : wishes) {
      int excess = wish.excess();
      if (excess > 0) {
        listener.decided(wish.decision(PrewarmDecision.Action.RELEASE, excess, now));
        actions.add(new PoolAction.Release(wish.function(), excess));
      }
    }
  }

  private static void rank(List<ContainerTarget> wishes, List<PoolAction> actions) {
    for (ContainerTarget wish : wishes) {
      int ranked = Math.min(wish.ready(), wish.wanted());
      if (ranked > 0) {
        List<Double> ranks = new ArrayList<>(ranked);
        for (int i = 0; i < ranked; i++) {
          ranks.add(wish.valuePerMb(i));
        }
        actions.add(new PoolAction.Rerank(wish.function(), ranks));
      }
    }
  }

  /** Prepares the most valuable containers first, as many as may start at a time. */
  private void prepare(
      List<ContainerTarget> wishes,
      int atMost,
      PreparationRoom room,
      long now,
      List<PoolAction> actions) {
    List<Valued> missing = new ArrayList<>();
    for (ContainerTarget wish : wishes) {
      if (wish.missing() > 0) {
        missing.add(new Valued(wish, wish.valuePerMb(wish.ready())));
      }
    }
    missing.sort(Comparator.comparingDouble(Valued::perMb).reversed());
    int left = atMost;
    for (Valued valued : missing) {
      ContainerTarget wish = valued.wish;
      int most = Math.min(wish.missing(), left);
      int count = 0;
      while (count < most && room.take(wish, wish.valuePerMb(wish.ready() + count))) {
        count++;
      }
      if (count > 0) {
        FunctionSpec function = wish.function();
        listener.decided(wish.decision(PrewarmDecision.Action.PREPARE, count, now));
        actions.add(new PoolAction.Prepare(function, count));
        left -= count;
      }
    }
  }
}
