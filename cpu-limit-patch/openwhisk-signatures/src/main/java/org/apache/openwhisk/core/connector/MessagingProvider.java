/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.spi.Spi;
import org.apache.pekko.actor.ActorSystem;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import scala.util.Try;

public interface MessagingProvider extends Spi {
  MessageConsumer getConsumer(
      WhiskConfig config,
      String groupId,
      String topic,
      int maxPeek,
      FiniteDuration maxPollInterval,
      Logging logging,
      ActorSystem actorSystem);

  MessageProducer getProducer(
      WhiskConfig config,
      Option<ByteSize> maxRequestSize,
      Logging logging,
      ActorSystem actorSystem);

  Try<BoxedUnit> ensureTopic(
      WhiskConfig config,
      String topic,
      String topicConfig,
      Option<ByteSize> maxMessageBytes,
      Logging logging);
}
