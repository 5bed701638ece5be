/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns which functions of one namespace follow each other in different roots.
 *
 * <p>A trial begins when a function is called that has been quiet for a lag, and lasts for a lag.
 * So trials of a function do not overlap, and a burst is one trial. The first call of another
 * function within it is a hit. If the two functions are unrelated, a trial is a hit with the
 * probability {@code q} of a call {@linkplain CallRecurrence within any lag}.
 *
 * <p>A pair counts as following when its {@linkplain FollowEvidence evidence} against chance
 * exceeds {@code ln (F² / α)}, with {@code F} functions in the namespace. As a likelihood ratio is
 * an e-value, at most {@code α} false pairs are expected among all {@code F²} pairs, by Markov's
 * inequality, at any time of evaluation.
 */
final class NamespaceNeighbours {

  /** Least number of hits: a single one may be chance, however rare both functions are. */
  private static final double LEAST_HITS = 1.5;

  /**
   * Least ratio to chance: rhythms of the day alone make pairs somewhat more likely than chance.
   */
  private static final double LEAST_LIFT = 2;

  private final SuccessorSettings settings;
  private final long begunMicros;
  private final ArrayDeque<CallOnset> onsets = new ArrayDeque<>();
  private int functions;

  /**
   * @param begunMicros time since which calls have been observed
   */
  NamespaceNeighbours(SuccessorSettings settings, long begunMicros) {
    this.settings = settings;
    this.begunMicros = begunMicros;
  }

  void addFunction() {
    functions++;
  }

  /** Removes one function; returns whether none is left. */
  boolean removeFunction() {
    return --functions == 0;
  }

  /**
   * A function is called by a root of its own.
   *
   * @return the onset that others may follow, or null if the function was not quiet before
   */
  @Nullable CallOnset called(ActionNode node, long nowMicros) {
    closeOver(nowMicros);
    long last = node.recurrence.lastMicros();
    learn(node, last, nowMicros);
    node.recurrence.called(nowMicros);
    boolean quiet = last == Long.MIN_VALUE || nowMicros - last > settings.evidence().lagMicros();
    if (!quiet) {
      return null;
    }
    CallOnset onset = new CallOnset(node, nowMicros, likely(node, nowMicros));
    if (onsets.size() == settings.bounds().onsets()) {
      onsets.removeFirst().close(nowMicros);
    }
    onsets.addLast(onset);
    return onset;
  }

  /**
   * The onset of a present call, which others may follow; null if the function was not quiet before
   * it.
   */
  @Nullable CallOnset begun(ActionNode node, long nowMicros) {
    CallOnset latest = onsets.peekLast();
    return latest != null && latest.isOf(node) && latest.atMicros() == nowMicros ? latest : null;
  }

  private void closeOver(long nowMicros) {
    while (!onsets.isEmpty()
        && nowMicros - onsets.getFirst().atMicros() > settings.evidence().lagMicros()) {
      onsets.removeFirst().close(nowMicros);
    }
  }

  /** Counts a hit for the trials that have begun since the function was called last. */
  private void learn(ActionNode node, long lastMicros, long nowMicros) {
    if (chance(node, nowMicros) > 1 / LEAST_LIFT) {
      return;
    }
    Iterator<CallOnset> latest = onsets.descendingIterator();
    while (latest.hasNext()) {
      CallOnset onset = latest.next();
      if (onset.atMicros() <= lastMicros) {
        return;
      }
      onset.followedBy(node, nowMicros);
    }
  }

  /** The probability that a function is called within the lag by chance. */
  double chance(ActionNode node, long nowMicros) {
    return node.recurrence.chance(begunMicros, nowMicros);
  }

  private List<SuccessorEdge> likely(ActionNode node, long nowMicros) {
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
    FollowEvidence evidence = edge.evidence();
    return evidence.hits() > LEAST_HITS
        && evidence.hits() > LEAST_LIFT * chance * evidence.trials()
        && evidence.againstChance()
            > 2 * Math.log(functions) - Math.log(settings.evidence().falsePairs());
  }
}
