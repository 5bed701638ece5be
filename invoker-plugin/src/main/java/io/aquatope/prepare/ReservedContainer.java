/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.prepare.container.ContainerRequest;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.StandbyContainer;

/**
 * A container in the reserve, and how it was made.
 *
 * @param ready as it stands there
 */
record ReservedContainer(StandbyContainer ready, ContainerRequest recipe) {

  boolean isInitialisedWith(InitPayload payload) {
    return ready.initialisedWith().filter(payload::equals).isPresent();
  }
}
