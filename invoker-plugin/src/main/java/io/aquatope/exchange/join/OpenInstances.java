/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import com.google.common.collect.Iterables;
import io.aquatope.share.FairShares;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances that have not ended, in the order of their deadlines, so that a check for due
 * instances inspects no others. If there are too many, the namespace with the most instances loses
 * its oldest. Not thread-safe.
 */
final class OpenInstances {

  /** Key of an instance. It has the calling namespace because callers may choose the root. */
  record Key(String namespace, String root) {}

  private final Map<Key, JoinedInstance> all = new HashMap<>();
  private final FairShares<JoinedInstance> shares;
  private final Set<JoinedInstance> byOpening = new LinkedHashSet<>();
  private final Set<JoinedInstance> waiting = new LinkedHashSet<>();
  private final Set<JoinedInstance> idle = new LinkedHashSet<>();

  /**
   * @param most maximum number of instances; beyond it, the namespace with the most loses its
   *     oldest
   */
  OpenInstances(int most) {
    shares = new FairShares<>(most);
  }

  @Nullable JoinedInstance get(String namespace, String root) {
    return all.get(new Key(namespace, root));
  }

  int size() {
    return all.size();
  }

  /** Adds an instance. Returns the instance that was evicted for it, if any. */
  Optional<JoinedInstance> add(JoinedInstance instance) {
    all.put(instance.key(), instance);
    byOpening.add(instance);
    JoinedInstance gone = shares.put(instance.key().namespace(), instance);
    if (gone != null) {
      forget(gone);
    }
    return Optional.ofNullable(gone);
  }

  void remove(JoinedInstance instance) {
    shares.remove(instance.key().namespace(), instance);
    forget(instance);
  }

  private void forget(JoinedInstance instance) {
    all.remove(instance.key());
    byOpening.remove(instance);
    waiting.remove(instance);
    idle.remove(instance);
  }

  /** Records activity of an instance at the present time. */
  void touched(JoinedInstance instance) {
    waiting.remove(instance);
    idle.remove(instance);
    (instance.isIdle() ? idle : waiting).add(instance);
  }

  /**
   * Returns an instance that is due.
   *
   * @param settledMs an instance that awaits nothing is due if its last activity was by then
   * @param quietMs any instance is due if its last activity was by then
   * @param openedMs any instance is due if it was opened by then
   */
  Optional<JoinedInstance> due(long settledMs, long quietMs, long openedMs) {
    JoinedInstance settled = Iterables.getFirst(idle, null);
    if (settled != null && settled.touchedMs() <= settledMs) {
      return Optional.of(settled);
    }
    JoinedInstance quiet = Iterables.getFirst(waiting, null);
    if (quiet != null && quiet.touchedMs() <= quietMs) {
      return Optional.of(quiet);
    }
    return Optional.ofNullable(Iterables.getFirst(byOpening, null))
        .filter(oldest -> oldest.openedMs() <= openedMs);
  }
}
