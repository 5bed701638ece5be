/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.StandbyContainer;
import io.aquatope.whisk.ContainerRequest;

/**
 * A container in the reserve, with the request that created it.
 *
 * @param ready its state on standby
 */
record ReservedContainer(StandbyContainer ready, ContainerRequest recipe) {

  boolean isInitialisedWith(InitPayload payload) {
    return ready.initialisedWith().filter(payload::equals).isPresent();
  }
}
