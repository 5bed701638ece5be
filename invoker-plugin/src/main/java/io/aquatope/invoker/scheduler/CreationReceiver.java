/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.apache.openwhisk.core.containerpool.v2.CreationContainer;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Set;

/**
 * Actor between OpenWhisk's consumer of creation messages and the pool. It looks functions up, as a
 * new one is weighed, which takes too long for the pool's thread. All other messages pass
 * unchanged.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class CreationReceiver extends AbstractActor {

  /** A creation message tells no names of init-time parameters. */
  private static final Set<String> NONE =
      JavaConverters.asScalaSet(java.util.Set.<String>of()).toSet();

  private final InvokedFunctions functions;
  private final CreationAnswers answers;
  private final ActorRef pool;

  private CreationReceiver(InvokedFunctions functions, CreationAnswers answers, ActorRef pool) {
    this.functions = functions;
    this.answers = answers;
    this.pool = pool;
  }

  static Props props(InvokedFunctions functions, CreationAnswers answers, ActorRef pool) {
    return Props.create(
        CreationReceiver.class, () -> new CreationReceiver(functions, answers, pool));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(CreationContainer.class, this::creation)
        .matchAny(other -> pool.forward(other, getContext()))
        .build();
  }

  private void creation(CreationContainer creation) {
    ContainerCreationMessage message = creation.creationMessage();
    Option<ExecutableWhiskAction> action = creation.action().toExecutableWhiskAction();
    if (action.isEmpty()) {
      answers.refused(message, CreationFault.FAILED, "the action cannot be executed");
      return;
    }
    pool.tell(
        new CreationLease(
            message, functions.invoked(message.invocationNamespace(), action.get(), NONE)),
        getSelf());
  }
}
