/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

/** Why an activation did not get the container that had been prepared for it. */
public enum Loss {
  /** It has been initialised for something else than the activation asks for. */
  MISMATCH,
  /** It could not be resumed, or does not answer. */
  DEAD
}
