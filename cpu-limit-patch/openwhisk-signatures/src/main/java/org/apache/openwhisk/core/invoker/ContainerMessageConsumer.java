/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.connector.ContainerCreationAckMessage;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.connector.ResultMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.SchedulerInstanceId;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import scala.Function2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

public class ContainerMessageConsumer {
  public ContainerMessageConsumer(
      InvokerInstanceId instance,
      ActorRef containerPool,
      ArtifactStore<WhiskEntity> entityStore,
      WhiskConfig config,
      MessagingProvider messaging,
      FiniteDuration longPollDuration,
      int maxPeek,
      Function2<SchedulerInstanceId, ContainerCreationAckMessage, Future<ResultMetadata>>
          sendAckToScheduler,
      ActorSystem actorSystem,
      ExecutionContext executionContext,
      Logging logging) {
    throw new SignatureOnly();
  }

  public void close() {
    throw new SignatureOnly();
  }
}
