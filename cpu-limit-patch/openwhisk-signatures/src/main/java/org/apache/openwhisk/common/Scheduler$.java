/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import org.apache.openwhisk.SignatureOnly;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import scala.Function0;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

public final class Scheduler$ {
  public static final Scheduler$ MODULE$ = new Scheduler$();

  public ActorRef scheduleWaitAtMost(
      FiniteDuration interval,
      FiniteDuration initialDelay,
      String name,
      Function0<Future<Object>> task,
      ActorSystem system,
      Logging logging,
      TransactionMetadata transid) {
    throw new SignatureOnly();
  }
}
