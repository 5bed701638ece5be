/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.invoker.pool.RunActivation;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.pekko.actor.ActorRef;
import scala.Option;

/**
 * Submits activations to the pool.
 *
 * @param pool takes {@link RunActivation}
 * @param functions map actions to the pool's functions
 * @param poolMemoryMb the largest memory that one action can have, in MB
 */
record ActivationSubmitter(ActorRef pool, InvokedFunctions functions, long poolMemoryMb) {

  /** Submits an activation. Throws if no pool could run its action. */
  void submit(ActivationMessage message, WhiskAction action) {
    if (WhiskFeature.ACTION_LIMITS_CHECK.isPresent()) {
      checkLimits(message, action);
    }
    Option<ExecutableWhiskAction> executable = action.toExecutableWhiskAction();
    if (executable.isEmpty()) {
      throw new IllegalStateException("non-executable action reached the invoker");
    }
    if (action.limits().memory() > poolMemoryMb) {
      throw new ActionTooLargeException(action.limits().memory(), poolMemoryMb);
    }
    // Done here and not on the pool's thread, as the time grows with the size of the action.
    RunActivation activation =
        functions.activation(new Run(executable.get(), message, Option.empty()));
    pool.tell(activation, ActorRef.noSender());
  }

  @LinksWith(WhiskFeature.ACTION_LIMITS_CHECK)
  private static void checkLimits(ActivationMessage message, WhiskAction action) {
    action.limits().checkLimits(message.user());
  }
}
