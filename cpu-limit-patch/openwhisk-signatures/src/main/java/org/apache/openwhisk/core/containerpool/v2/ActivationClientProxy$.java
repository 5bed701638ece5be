/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.grpc.ActivationServiceClient;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import scala.Function5;
import scala.concurrent.Future;

public final class ActivationClientProxy$ {
  public static final ActivationClientProxy$ MODULE$ = new ActivationClientProxy$();

  public Props props(
      String invocationNamespace,
      FullyQualifiedEntityName action,
      String rev,
      String schedulerHost,
      int rpcPort,
      ContainerId containerId,
      Function5<
              String,
              FullyQualifiedEntityName,
              String,
              Object,
              Object,
              Future<ActivationServiceClient>>
          activationClientFactory,
      ActorSystem actorSystem,
      Logging logging) {
    throw new SignatureOnly();
  }
}
