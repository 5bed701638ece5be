/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The remembered successors of one function: the most frequent ones, in fixed memory.
 *
 * <p>A new one replaces the least frequent one and takes over its rank plus one, so that every
 * successor with more than its share of all occurrences stays (Metwally, Agrawal and El Abbadi,
 * "Efficient computation of frequent and top-k elements in data streams", ICDT 2005). The rank only
 * decides which successors stay; probabilities use the counts.
 */
final class SuccessorTable {

  /** Probability that a function is called now by chance. */
  interface Chance {

    /** The probability, more than 0 and less than 1. */
    double of(ActionNode target, long nowMicros);
  }

  private static final class Candidate {
    final SuccessorEdge edge;
    double rank;

    Candidate(SuccessorEdge edge, double rank) {
      this.edge = edge;
      this.rank = rank;
    }
  }

  private final SuccessorSettings settings;
  private final long longestMicros;
  private final Chance chance;
  private final List<Candidate> candidates = new ArrayList<>(0);
  private double trials;

  /**
   * @param longestMicros delay after which no call counts as following
   * @param chance the alternative that the evidence is weighed against
   */
  SuccessorTable(SuccessorSettings settings, long longestMicros, Chance chance) {
    this.settings = settings;
    this.chance = chance;
    this.longestMicros = longestMicros;
  }

  /** A successor has been called. */
  SuccessorEdge hit(ActionNode target, long sinceMicros, boolean isExact, long nowMicros) {
    double byChance = chance.of(target, nowMicros);
    Candidate candidate = find(target);
    if (candidate == null) {
      candidate = admit(target, byChance);
    }
    candidate.rank++;
    candidate.edge.hit(byChance, sinceMicros, isExact, nowMicros);
    return candidate.edge;
  }

  /**
   * Adds a successor known from another source; there is room for it if there is room for all that
   * were called here.
   */
  void addPrior(ActionNode target, KnownFollower follower, long nowMicros) {
    Candidate candidate = find(target);
    if (candidate == null && candidates.size() < settings.bounds().candidates()) {
      candidate = admit(target, chance.of(target, nowMicros));
    }
    if (candidate != null) {
      candidate.edge.addPrior(follower);
    }
  }

  private @Nullable Candidate find(ActionNode target) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).edge.target == target) {
        return candidates.get(i);
      }
    }
    return null;
  }

  private Candidate admit(ActionNode target, double byChance) {
    SuccessorEdge edge = new SuccessorEdge(target, trials, byChance, longestMicros, settings);
    if (candidates.size() < settings.bounds().candidates()) {
      Candidate added = new Candidate(edge, 0);
      candidates.add(added);
      return added;
    }
    int least = 0;
    for (int i = 1; i < candidates.size(); i++) {
      if (rank(i) < rank(least)) {
        least = i;
      }
    }
    Candidate added = new Candidate(edge, rank(least));
    candidates.set(least, added);
    return added;
  }

  private double rank(int i) {
    Candidate candidate = candidates.get(i);
    return candidate.edge.target.isForgotten() ? 0 : candidate.rank;
  }

  /** Closes a trial of the function: its successors have followed or not. */
  void closeTrial(Predicate<SuccessorEdge> hasFollowed, long nowMicros) {
    trials = settings.evidence().keep() * trials + 1;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      candidate.rank *= settings.evidence().keep();
      if (!hasFollowed.test(candidate.edge)) {
        candidate.edge.evidence().missed(chance.of(candidate.edge.target, nowMicros));
      }
    }
  }

  /** Limits the number of trials that count. */
  void discount(double most) {
    trials = Math.min(trials, most);
    candidates.forEach(candidate -> candidate.edge.evidence().discount(most));
  }

  void clear() {
    candidates.clear();
    trials = 0;
  }

  /** Whether anything is known: a successor, or that nothing follows. */
  boolean isKnown() {
    return trials > 0 || !candidates.isEmpty();
  }

  int size() {
    return candidates.size();
  }

  SuccessorEdge edge(int i) {
    return candidates.get(i).edge;
  }
}
