/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.List;

/**
 * Which actions a composition runs, learnt from its instances: {@value #ALIKE} in a row that ran
 * the same in the same order tell it, and later as many that ran something else tell that it has
 * changed.
 *
 * @param known the actions, in the order in which they run; none before enough has been seen
 * @param latest of the instance that was seen last
 * @param alike how many in a row were like that
 */
record CompositionShape(List<String> known, List<String> latest, int alike) {

  static final CompositionShape UNKNOWN = new CompositionShape(List.of(), List.of(), 0);

  private static final int ALIKE = 3;

  CompositionShape {
    known = List.copyOf(known);
    latest = List.copyOf(latest);
  }

  /** The shape as another controller, or this one before its start, has learnt it. */
  CompositionShape learntElsewhere(List<String> actions) {
    return new CompositionShape(actions, latest, alike);
  }

  CompositionShape ran(List<String> actions) {
    int next = actions.equals(latest) ? Math.min(alike + 1, ALIKE) : 1;
    return new CompositionShape(next >= ALIKE ? actions : known, actions, next);
  }
}
