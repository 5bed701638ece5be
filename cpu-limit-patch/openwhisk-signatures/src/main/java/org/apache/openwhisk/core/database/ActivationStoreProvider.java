/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.spi.Spi;
import org.apache.pekko.actor.ActorSystem;

public interface ActivationStoreProvider extends Spi {
  ActivationStore instance(ActorSystem actorSystem, Logging logging);
}
