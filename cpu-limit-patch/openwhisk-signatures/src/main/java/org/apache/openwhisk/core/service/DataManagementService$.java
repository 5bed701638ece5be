/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import scala.Function1;

public final class DataManagementService$ {
  public static final DataManagementService$ MODULE$ = new DataManagementService$();

  public Props props(
      ActorRef watcherService,
      Function1<ActorRefFactory, ActorRef> workerFactory,
      Logging logging,
      ActorSystem actorSystem) {
    throw new SignatureOnly();
  }
}
