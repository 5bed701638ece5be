/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

/** Why an activation did not get the container that had been prepared for it. */
public enum PreparationLoss {
  /** It has been initialised for something else than the activation asks for. */
  MISMATCH,
  /** It could not be resumed, or does not answer. */
  DEAD
}
