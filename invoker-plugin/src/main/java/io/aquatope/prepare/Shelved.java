/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

/**
 * A container in the reserve, and how it was made.
 *
 * @param ready as it stands there
 */
record Shelved(Ready ready, Recipe recipe) {

  boolean isInitialisedWith(InitPayload payload) {
    return ready.initialisedWith().filter(payload::equals).isPresent();
  }
}
