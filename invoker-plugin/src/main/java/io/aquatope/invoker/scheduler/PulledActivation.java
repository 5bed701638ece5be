/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;

/**
 * An activation that a leased container has pulled. Equal to another if and only if their
 * activation ids are equal.
 */
record PulledActivation(ContainerId container, String id, FunctionSpec function, long root)
    implements Activation {

  @Override
  public boolean equals(Object other) {
    return other instanceof PulledActivation that && that.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
