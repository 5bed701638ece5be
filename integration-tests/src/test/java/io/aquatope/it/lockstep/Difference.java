/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

/** Where this project's pool decides otherwise than OpenWhisk's on purpose, and why. */
enum Difference {
  /**
   * OpenWhisk frees the action's whole memory although part of it is free already, or waits until
   * it can; this pool frees what is missing.
   */
  EVICTS_ONLY_WHAT_IS_MISSING,

  /**
   * OpenWhisk asks eviction for no more than its free pool has, and then creates a container that
   * does not fit; this pool lets the activation wait.
   */
  NEVER_OVERCOMMITS,

  /**
   * A container that ends by itself frees memory, and a stem cell that becomes ready can be taken,
   * but OpenWhisk tries what waits only at the next event that says so.
   */
  WAITING_ACTIVATIONS_ARE_TRIED_AT_ONCE,

  /** OpenWhisk puts what a container returns behind all that wait, though it was there first. */
  RETURNED_ACTIVATIONS_GO_FIRST,

  /**
   * OpenWhisk lets a new stem cell have the memory that a waiting activation could run in. Here it
   * is started when none waits any more, and OpenWhisk then looks for missing ones only when a
   * container ends.
   */
  WAITING_ACTIVATIONS_GO_BEFORE_STEM_CELLS,

  /**
   * What is started at one event has one time here; of containers that were last used at the same
   * time, the one that became idle first goes. OpenWhisk reads the clock at each start.
   */
  STARTS_AT_ONE_EVENT_ARE_SIMULTANEOUS,

  /** OpenWhisk never removes a stem cell for an activation, which then may wait for ever. */
  STEM_CELLS_YIELD,

  /** There are several equal containers, and OpenWhisk takes the first of a hash map. */
  EQUAL_CONTAINERS
}
