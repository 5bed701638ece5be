/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

/** Where leases are placed otherwise than by OpenWhisk's function-pulling pool, and why. */
enum LeaseDifference {
  /**
   * OpenWhisk's pool does not count stem cells, so its containers can take more than the machine's
   * limit. Here they count: a missing one waits for memory, and one yields to a lease.
   */
  STEM_CELLS_ARE_COUNTED
}
