/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.connector.ContainerCreationError;
import org.apache.openwhisk.core.connector.ContainerCreationError$BlackBoxError$;
import org.apache.openwhisk.core.connector.ContainerCreationError$ResourceNotEnoughError$;
import org.apache.openwhisk.core.connector.ContainerCreationError$WhiskError$;

/**
 * Reason why no container is provided. The scheduler cannot read all errors that OpenWhisk's own
 * pool sends: it drops those for a pool that shuts down and for an action that cannot run, and only
 * gives up after 20 seconds. These three it can read.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
enum CreationFault {
  /** No memory, or no work accepted. The scheduler tries another invoker at once. */
  REFUSED(ContainerCreationError$ResourceNotEnoughError$.MODULE$, true),

  /** Anything else on this machine. The scheduler tries another invoker at once. */
  FAILED(ContainerCreationError$WhiskError$.MODULE$, true),

  /** The user's image. The scheduler answers the callers with the reason. */
  IMAGE(ContainerCreationError$BlackBoxError$.MODULE$, false);

  private final ContainerCreationError error;
  private final boolean triedElsewhere;

  CreationFault(ContainerCreationError error, boolean triedElsewhere) {
    this.error = error;
    this.triedElsewhere = triedElsewhere;
  }

  ContainerCreationError error() {
    return error;
  }

  boolean isTriedElsewhere() {
    return triedElsewhere;
  }
}
