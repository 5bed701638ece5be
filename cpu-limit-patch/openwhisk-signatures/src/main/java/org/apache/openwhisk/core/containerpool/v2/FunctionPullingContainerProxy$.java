/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.ContainerProxyHealthCheckConfig;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.DocId;
import org.apache.openwhisk.core.entity.DocRevision;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.openwhisk.core.invoker.Invoker$LogsCollector;
import org.apache.openwhisk.core.invoker.NamespaceBlacklist;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import scala.Function1;
import scala.Function3;
import scala.Function4;
import scala.Function5;
import scala.Function7;
import scala.Function8;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

public final class FunctionPullingContainerProxy$ {
  public static final FunctionPullingContainerProxy$ MODULE$ = new FunctionPullingContainerProxy$();

  public Props props(
      Function8<
              TransactionId,
              String,
              ExecManifest$ImageName,
              Object,
              ByteSize,
              Object,
              Option<Object>,
              Option<ExecutableWhiskAction>,
              Future<Container>>
          factory,
      ArtifactStore<WhiskEntity> entityStore,
      NamespaceBlacklist namespaceBlacklist,
      Function5<ArtifactStore<WhiskEntity>, DocId, DocRevision, Object, Object, Future<WhiskAction>>
          get,
      ActorRef dataManagementService,
      Function7<
              ActorRefFactory,
              String,
              FullyQualifiedEntityName,
              DocRevision,
              String,
              Object,
              ContainerId,
              ActorRef>
          clientProxyFactory,
      ActiveAck ack,
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store,
      Invoker$LogsCollector collectLogs,
      Function3<String, FullyQualifiedEntityName, DocRevision, Future<Object>>
          getLiveContainerCount,
      Function1<String, Future<Tuple2<Object, FiniteDuration>>> getWarmedContainerLimit,
      InvokerInstanceId instance,
      ActorRef invokerHealthManager,
      ContainerPoolConfig poolConfig,
      ContainerProxyTimeoutConfig timeoutConfig,
      ContainerProxyHealthCheckConfig healthCheckConfig,
      Option<ActorRef> tcp,
      ActorSystem actorSystem,
      Logging logging) {
    throw new SignatureOnly();
  }

  public ContainerProxyHealthCheckConfig props$default$16() {
    throw new SignatureOnly();
  }

  public Option<ActorRef> props$default$17() {
    throw new SignatureOnly();
  }

  public String containerName(InvokerInstanceId instance, String prefix, String suffix) {
    throw new SignatureOnly();
  }
}
