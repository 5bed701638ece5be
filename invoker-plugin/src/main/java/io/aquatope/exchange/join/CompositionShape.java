/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.List;

/**
 * The actions that a composition runs, learnt from its instances. {@value #ALIKE} consecutive
 * instances that ran the same actions in the same order establish the shape. The same number of
 * later instances with another order replaces it.
 *
 * @param known the actions in the order in which they run; empty before enough instances ran
 * @param latest the actions of the latest instance
 * @param alike number of consecutive instances equal to the latest
 */
record CompositionShape(List<String> known, List<String> latest, int alike) {

  static final CompositionShape UNKNOWN = new CompositionShape(List.of(), List.of(), 0);

  private static final int ALIKE = 3;

  CompositionShape {
    known = List.copyOf(known);
    latest = List.copyOf(latest);
  }

  /** The shape that another controller has learnt, or this one before its start. */
  CompositionShape learntElsewhere(List<String> actions) {
    return new CompositionShape(actions, latest, alike);
  }

  CompositionShape ran(List<String> actions) {
    int next = actions.equals(latest) ? Math.min(alike + 1, ALIKE) : 1;
    return new CompositionShape(next >= ALIKE ? actions : known, actions, next);
  }
}
