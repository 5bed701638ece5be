/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

/** Reason why an activation did not get the container that had been prepared for it. */
public enum PreparationLoss {
  /** The container was initialised with another payload than the activation's. */
  MISMATCH,
  /** The container could not be resumed, or does not answer. */
  DEAD
}
