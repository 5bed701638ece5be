/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.pekko.actor.Actor;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.actor.ActorRef;
import scala.Function1;
import scala.PartialFunction;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;

public class MessageFeed implements Actor {
  public MessageFeed(
      String description,
      Logging logging,
      MessageConsumer consumer,
      int maximumHandlerCapacity,
      FiniteDuration longPollDuration,
      Function1<byte[], Future<BoxedUnit>> handler,
      boolean autoStart,
      boolean logHandoff) {
    throw new SignatureOnly();
  }

  @Override
  public void org$apache$pekko$actor$Actor$_setter_$context_$eq(ActorContext context) {
    throw new SignatureOnly();
  }

  @Override
  public void org$apache$pekko$actor$Actor$_setter_$self_$eq(ActorRef self) {
    throw new SignatureOnly();
  }

  @Override
  public ActorContext context() {
    throw new SignatureOnly();
  }

  @Override
  public ActorRef self() {
    throw new SignatureOnly();
  }

  @Override
  public PartialFunction<Object, BoxedUnit> receive() {
    throw new SignatureOnly();
  }
}
