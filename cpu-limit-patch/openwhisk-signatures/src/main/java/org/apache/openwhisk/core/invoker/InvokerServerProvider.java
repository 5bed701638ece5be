/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.http.BasicRasService;
import org.apache.openwhisk.spi.Spi;
import org.apache.pekko.actor.ActorSystem;
import scala.concurrent.ExecutionContext;

public interface InvokerServerProvider extends Spi {
  BasicRasService instance(
      InvokerCore invoker, ExecutionContext ec, ActorSystem actorSystem, Logging logger);
}
