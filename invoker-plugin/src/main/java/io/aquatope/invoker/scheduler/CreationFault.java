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
  REFUSED(true),

  /** Anything else on this machine. The scheduler tries another invoker at once. */
  FAILED(true),

  /** The user's image. The scheduler answers the callers with the reason. */
  IMAGE(false);

  private final boolean triedElsewhere;

  CreationFault(boolean triedElsewhere) {
    this.triedElsewhere = triedElsewhere;
  }

  ContainerCreationError error() {
    return switch (this) {
      case REFUSED -> ContainerCreationError$ResourceNotEnoughError$.MODULE$;
      case FAILED -> ContainerCreationError$WhiskError$.MODULE$;
      case IMAGE -> ContainerCreationError$BlackBoxError$.MODULE$;
    };
  }

  boolean isTriedElsewhere() {
    return triedElsewhere;
  }
}
