/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns which functions of one namespace merely follow each other, in different roots.
 *
 * <p>A trial begins when a function is called that has been quiet for a lag, and lasts for a lag;
 * so trials of a function do not overlap, and a burst is one trial. The first call of another
 * function within it is a hit. If the two have nothing to do with each other, a trial is a hit with
 * the probability {@code q} of a call {@linkplain SuccessorRecurrence within any lag}.
 *
 * <p>A pair counts as following when the likelihood ratio of its {@code n} trials with share {@code
 * p} of hits, mixed over all probabilities, against {@code q} exceeds {@code F² / α}, with {@code
 * F} functions in the namespace: {@code n KL(p ‖ q) - ½ ln n - ln 2 ≥ ln (F² / α)}. The left side
 * bounds the mixture from below (Krichevsky and Trofimov, IEEE Transactions on Information Theory
 * 1981), so it is an e-value: over all {@code F²} pairs, {@code α} false ones are expected at most,
 * by Markov's inequality, at whatever time one looks.
 */
final class SuccessorNeighbours {

  /** What happened once may be chance, however rare both are. */
  private static final double LEAST_HITS = 1.5;

  /** Rhythms of the day alone make pairs somewhat likelier than chance. */
  private static final double LEAST_LIFT = 2;

  private final SuccessorSettings settings;
  private final long begunMicros;
  private final ArrayDeque<SuccessorOnset> onsets = new ArrayDeque<>();
  private int functions;

  /**
   * @param begunMicros since when calls have been watched
   */
  SuccessorNeighbours(SuccessorSettings settings, long begunMicros) {
    this.settings = settings;
    this.begunMicros = begunMicros;
  }

  void addFunction() {
    functions++;
  }

  /** One function less; whether none is left. */
  boolean removeFunction() {
    return --functions == 0;
  }

  /**
   * A function is called by a root of its own.
   *
   * @return what others may follow, or null if the function was not quiet before
   */
  @Nullable SuccessorOnset called(SuccessorNode node, long nowMicros) {
    closeOver(nowMicros);
    long last = node.recurrence.lastMicros();
    learn(node, last, nowMicros);
    node.recurrence.called(nowMicros);
    boolean quiet = last == Long.MIN_VALUE || nowMicros - last > settings.lagMicros();
    if (!quiet) {
      return null;
    }
    SuccessorOnset onset = new SuccessorOnset(node, nowMicros, likely(node, nowMicros));
    if (onsets.size() == settings.onsets()) {
      onsets.removeFirst().close();
    }
    onsets.addLast(onset);
    return onset;
  }

  private void closeOver(long nowMicros) {
    while (!onsets.isEmpty() && nowMicros - onsets.getFirst().atMicros() > settings.lagMicros()) {
      onsets.removeFirst().close();
    }
  }

  /** A hit for the trials that have begun since the function was called last. */
  private void learn(SuccessorNode node, long lastMicros, long nowMicros) {
    if (chance(node, nowMicros) > 1 / LEAST_LIFT) {
      return;
    }
    Iterator<SuccessorOnset> latest = onsets.descendingIterator();
    while (latest.hasNext()) {
      SuccessorOnset onset = latest.next();
      if (onset.atMicros() <= lastMicros) {
        return;
      }
      onset.followedBy(node, nowMicros);
    }
  }

  private double chance(SuccessorNode node, long nowMicros) {
    return node.recurrence.chance(begunMicros, nowMicros);
  }

  private List<SuccessorEdge> likely(SuccessorNode node, long nowMicros) {
    if (node.followers.size() == 0) {
      return List.of();
    }
    List<SuccessorEdge> likely = new ArrayList<>(0);
    for (int i = 0; i < node.followers.size(); i++) {
      SuccessorEdge edge = node.followers.edge(i);
      if (isMoreThanChance(edge, chance(edge.target, nowMicros))) {
        likely.add(edge);
      }
    }
    return likely;
  }

  private boolean isMoreThanChance(SuccessorEdge edge, double chance) {
    double trials = edge.trials();
    double share = edge.hits() / trials;
    if (edge.hits() < LEAST_HITS || share < LEAST_LIFT * chance) {
      return false;
    }
    double evidence =
        trials * (divergence(share, chance) + divergence(1 - share, 1 - chance))
            - Math.log(trials) / 2
            - Math.log(2);
    return evidence >= 2 * Math.log(functions) - Math.log(settings.falsePairs());
  }

  private static double divergence(double share, double chance) {
    return share <= 0 ? 0 : share * Math.log(share / chance);
  }
}
