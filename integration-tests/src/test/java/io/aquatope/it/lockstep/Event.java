/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

/** What can happen to a pool. */
enum Event {
  START,
  SUBMITTED,
  COMPLETED,
  STEM_CELL_READY,
  REMOVED,
  RESCHEDULING,
  HANDED_BACK
}
