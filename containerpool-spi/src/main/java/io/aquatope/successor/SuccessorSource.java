/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/** Something that has happened and that others may follow. */
interface SuccessorSource extends DemandCause {

  /** Where it has happened; nothing follows elsewhere. */
  String namespace();

  /** Whether anything is known to follow. */
  boolean isPromising();

  /**
   * Tells what is expected to follow.
   *
   * @return whether there is still time for any of it
   */
  boolean visit(long nowMicros, ExpectedDemand.Visitor visitor);
}
