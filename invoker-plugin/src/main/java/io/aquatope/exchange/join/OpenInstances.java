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
 * The instances that have not ended, in the order in which their time will be up, so that none has
 * to be looked at before. When there are too many the namespace that has most gives way. Not
 * thread-safe.
 */
final class OpenInstances {

  /** Instances are told apart by the namespace that calls, as callers may choose the root. */
  record Key(String namespace, String root) {}

  private final Map<Key, JoinedInstance> all = new HashMap<>();
  private final FairShares<JoinedInstance> shares;
  private final Set<JoinedInstance> byOpening = new LinkedHashSet<>();
  private final Set<JoinedInstance> waiting = new LinkedHashSet<>();
  private final Set<JoinedInstance> idle = new LinkedHashSet<>();

  /**
   * @param most how many there may be; of more, the oldest of the namespace that has most goes
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

  /** Adds an instance; returns the one that had to make room for it, if any. */
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

  /** Something has happened to an instance just now. */
  void touched(JoinedInstance instance) {
    waiting.remove(instance);
    idle.remove(instance);
    (instance.isIdle() ? idle : waiting).add(instance);
  }

  /**
   * An instance whose time is up.
   *
   * @param settledMs one of which nothing is awaited is, if it was touched by then
   * @param quietMs each one is, if it was touched by then
   * @param openedMs each one is, if it was opened by then
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
