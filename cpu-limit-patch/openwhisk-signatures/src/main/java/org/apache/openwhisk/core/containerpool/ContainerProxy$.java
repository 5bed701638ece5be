/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.invoker.Invoker$LogsCollector;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import scala.Function4;
import scala.Function7;
import scala.Function8;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

public final class ContainerProxy$ {
  public static final ContainerProxy$ MODULE$ = new ContainerProxy$();

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
      ActiveAck ack,
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store,
      Invoker$LogsCollector collectLogs,
      InvokerInstanceId instance,
      ContainerPoolConfig poolConfig,
      ContainerProxyHealthCheckConfig healthCheckConfig,
      ContainerProxyActivationErrorLogConfig activationErrorLogConfig,
      FiniteDuration unusedTimeout,
      FiniteDuration pauseGrace,
      Option<ActorRef> tcp) {
    throw new SignatureOnly();
  }

  /** The only method in OpenWhisk before September 2023. */
  public Props props(
      Function7<
              TransactionId,
              String,
              ExecManifest$ImageName,
              Object,
              ByteSize,
              Object,
              Option<ExecutableWhiskAction>,
              Future<Container>>
          factory,
      ActiveAck ack,
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store,
      Invoker$LogsCollector collectLogs,
      InvokerInstanceId instance,
      ContainerPoolConfig poolConfig,
      ContainerProxyHealthCheckConfig healthCheckConfig,
      ContainerProxyActivationErrorLogConfig activationErrorLogConfig,
      FiniteDuration unusedTimeout,
      FiniteDuration pauseGrace,
      Option<ActorRef> tcp) {
    throw new SignatureOnly();
  }

  public ContainerProxyHealthCheckConfig props$default$7() {
    throw new SignatureOnly();
  }

  public ContainerProxyActivationErrorLogConfig props$default$8() {
    throw new SignatureOnly();
  }

  public FiniteDuration props$default$10() {
    throw new SignatureOnly();
  }

  public Option<ActorRef> props$default$11() {
    throw new SignatureOnly();
  }

  public String containerName(InvokerInstanceId instance, String prefix, String suffix) {
    throw new SignatureOnly();
  }

  public ContainerProxyTimeoutConfig timeouts() {
    throw new SignatureOnly();
  }
}
