/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.entity.ConcurrencyLimitConfig;
import org.apache.openwhisk.core.entity.IntraConcurrencyLimitConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.spi.Spi;
import org.apache.pekko.actor.ActorSystem;

public interface InvokerProvider extends Spi {
  InvokerCore instance(
      WhiskConfig config,
      InvokerInstanceId instance,
      MessageProducer producer,
      ContainerPoolConfig poolConfig,
      IntraConcurrencyLimitConfig limitsConfig,
      ActorSystem actorSystem,
      Logging logging);

  /** The only method in OpenWhisk before May 2023. */
  default InvokerCore instance(
      WhiskConfig config,
      InvokerInstanceId instance,
      MessageProducer producer,
      ContainerPoolConfig poolConfig,
      ConcurrencyLimitConfig limitsConfig,
      ActorSystem actorSystem,
      Logging logging) {
    throw new SignatureOnly();
  }
}
