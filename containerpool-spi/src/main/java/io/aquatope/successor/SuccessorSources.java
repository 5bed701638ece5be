/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.share.FairShares;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sources of expected calls, limited in number, in the order in which they began. */
final class SuccessorSources {

  private final Set<SuccessorSource> sources = new LinkedHashSet<>();
  private final FairShares<SuccessorSource> shares;

  /**
   * @param most maximum number of sources; see {@link FairShares} for which one is dropped
   * @param release runs when one is dropped
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

  /** Reports all expectations, and removes the sources whose time is over. */
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

  /** Reports the expectations of one source, and removes it if its time is over. */
  void visit(SuccessorSource source, long nowMicros, ExpectedDemand.Visitor visitor) {
    visitor.because(source);
    if (sources.contains(source) && !source.visit(nowMicros, visitor)) {
      sources.remove(source);
      shares.remove(source.namespace(), source);
    }
  }
}
