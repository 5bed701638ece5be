/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.function.Consumer;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Terminated;

/**
 * Actor between a container's proxy and the client that pulls its activations. It shows a listener
 * each activation, and passes all messages on. It ends with the client.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class ClientTap extends AbstractActor {

  private final Consumer<ActivationMessage> listener;
  private final ActorRef client;

  /** Starts the client as the child of an actor. */
  @FunctionalInterface
  interface ClientStart {
    ActorRef in(ActorRefFactory parent);
  }

  private ClientTap(ClientStart start, Consumer<ActivationMessage> listener) {
    this.listener = listener;
    this.client = getContext().watch(start.in(getContext()));
  }

  /**
   * @param listener receives each activation before its container does
   */
  static Props props(ClientStart start, Consumer<ActivationMessage> listener) {
    return Props.create(ClientTap.class, () -> new ClientTap(start, listener));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(Terminated.class, end -> getContext().stop(getSelf()))
        .matchAny(this::pass)
        .build();
  }

  private void pass(Object message) {
    if (!getSender().equals(client)) {
      client.tell(message, getSelf());
      return;
    }
    if (message instanceof ActivationMessage activation) {
      try {
        listener.accept(activation);
      } catch (RuntimeException e) {
        // A failure here would end the client, and lose the activation.
        getContext().getSystem().log().error(e, "an activation could not be observed");
      }
    }
    getContext().getParent().tell(message, getSelf());
  }
}
