/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/** An event that calls may follow. */
interface SuccessorSource extends DemandCause {

  /** The namespace of the event; nothing follows in other namespaces. */
  String namespace();

  /** Whether any follower is known. */
  boolean isPromising();

  /**
   * Reports the expected followers.
   *
   * @return whether there is still time for any of them
   */
  boolean visit(long nowMicros, ExpectedDemand.Visitor visitor);
}
