/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.pekko.actor.ActorSystem;

/**
 * Settings and services that OpenWhisk gives an invoker.
 *
 * @param maxConcurrent largest number of concurrent activations in one container
 */
public record InvokerContext(
    WhiskConfig config,
    InvokerInstanceId instance,
    MessageProducer producer,
    ContainerPoolConfig pool,
    int maxConcurrent,
    ActorSystem system,
    Logging logging) {}
