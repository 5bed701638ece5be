/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Ticker;
import io.aquatope.cpu.limit.ActionAnnotations;
import io.aquatope.cpu.limit.CachedAnnotations;
import io.aquatope.cpu.limit.CpuEvents;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.entity.WhiskEntityStore$;
import org.apache.pekko.actor.ActorSystem;

/** Annotations from OpenWhisk's entity store, cached for a minute. */
public final class StoredAnnotations {

  private StoredAnnotations() {}

  /**
   * The annotations of all actions. The store is opened at the first query.
   *
   * @param annotation its name
   */
  public static ActionAnnotations named(String annotation, ActorSystem system, Logging logging) {
    WhiskActionStore store =
        new WhiskActionStore(
            () -> WhiskEntityStore$.MODULE$.datastore(system, logging),
            new WhiskWorkloads(annotation, CpuEvents.NONE),
            system.dispatcher());
    return new CachedAnnotations(store::read, Ticker.systemTicker());
  }
}
