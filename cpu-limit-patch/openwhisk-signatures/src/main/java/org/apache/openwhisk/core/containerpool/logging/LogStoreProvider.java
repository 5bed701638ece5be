/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.logging;

import org.apache.openwhisk.spi.Spi;
import org.apache.pekko.actor.ActorSystem;

public interface LogStoreProvider extends Spi {
  LogStore instance(ActorSystem actorSystem);
}
