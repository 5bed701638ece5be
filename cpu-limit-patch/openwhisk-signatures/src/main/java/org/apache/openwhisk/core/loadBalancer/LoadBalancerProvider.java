/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.loadBalancer;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.spi.Spi;
import org.apache.pekko.actor.ActorSystem;
import scala.collection.immutable.Map;

public interface LoadBalancerProvider extends Spi {
  Map<String, String> requiredProperties();

  LoadBalancer instance(
      WhiskConfig whiskConfig,
      ControllerInstanceId instance,
      ActorSystem actorSystem,
      Logging logging);

  default FeedFactory createFeedFactory(
      WhiskConfig whiskConfig,
      ControllerInstanceId instance,
      ActorSystem actorSystem,
      Logging logging) {
    throw new SignatureOnly();
  }
}
