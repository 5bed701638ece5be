/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.share.FairShares;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** What others are expected to follow now, at most so much, in the order in which it began. */
final class SuccessorSources {

  private final Set<SuccessorSource> sources = new LinkedHashSet<>();
  private final FairShares<SuccessorSource> shares;

  /**
   * @param most how many there may be; see {@link FairShares} for which one goes
   * @param release runs when one goes
   */
  SuccessorSources(int most, Runnable release) {
    shares = new FairShares<>(most, release);
  }

  int size() {
    return sources.size();
  }

  void add(SuccessorSource source) {
    if (sources.add(source)) {
      SuccessorSource gone = shares.put(source.namespace(), source);
      if (gone != null) {
        sources.remove(gone);
      }
    }
  }

  /** Tells all that is expected. */
  void visit(long nowMicros, ExpectedDemand.Visitor visitor) {
    for (Iterator<SuccessorSource> each = sources.iterator(); each.hasNext(); ) {
      SuccessorSource source = each.next();
      visitor.because(source);
      if (!source.visit(nowMicros, visitor)) {
        each.remove();
        shares.remove(source.namespace(), source);
      }
    }
  }

  /** Tells what is expected for the sake of one of them. */
  void visit(SuccessorSource source, long nowMicros, ExpectedDemand.Visitor visitor) {
    visitor.because(source);
    if (sources.contains(source) && !source.visit(nowMicros, visitor)) {
      sources.remove(source);
      shares.remove(source.namespace(), source);
    }
  }
}
