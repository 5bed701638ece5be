/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.share.FairShares;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** What others are expected to follow now, at most so much, in the order in which it began. */
final class Sources {

  private final Set<Source> sources = new LinkedHashSet<>();
  private final FairShares<Source> shares;

  /**
   * @param most how many there may be; see {@link FairShares} for which one goes
   * @param letGo runs when one goes
   */
  Sources(int most, Runnable letGo) {
    shares = new FairShares<>(most, letGo);
  }

  int size() {
    return sources.size();
  }

  void add(Source source) {
    if (sources.add(source)) {
      Source gone = shares.put(source.namespace(), source);
      if (gone != null) {
        sources.remove(gone);
      }
    }
  }

  /** Tells all that is expected. */
  void visit(long nowMicros, Expected.Visitor visitor) {
    for (Iterator<Source> each = sources.iterator(); each.hasNext(); ) {
      Source source = each.next();
      visitor.because(source);
      if (!source.visit(nowMicros, visitor)) {
        each.remove();
        shares.remove(source.namespace(), source);
      }
    }
  }

  /** Tells what is expected for the sake of one of them. */
  void visit(Source source, long nowMicros, Expected.Visitor visitor) {
    visitor.because(source);
    if (sources.contains(source) && !source.visit(nowMicros, visitor)) {
      sources.remove(source);
      shares.remove(source.namespace(), source);
    }
  }
}
