/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final Map<String, Set<JoinedInstance>> byNamespace = new HashMap<>();
  private final TreeMap<Integer, Set<String>> byCount = new TreeMap<>();
  private final Set<JoinedInstance> byOpening = new LinkedHashSet<>();
  private final Set<JoinedInstance> waiting = new LinkedHashSet<>();
  private final Set<JoinedInstance> idle = new LinkedHashSet<>();

  @Nullable JoinedInstance get(String namespace, String root) {
    return all.get(new Key(namespace, root));
  }

  int size() {
    return all.size();
  }

  void add(JoinedInstance instance) {
    String namespace = instance.key().namespace();
    all.put(instance.key(), instance);
    byOpening.add(instance);
    Set<JoinedInstance> own = byNamespace.computeIfAbsent(namespace, n -> new LinkedHashSet<>());
    own.add(instance);
    counted(namespace, own.size() - 1, own.size());
  }

  void remove(JoinedInstance instance) {
    String namespace = instance.key().namespace();
    all.remove(instance.key());
    byOpening.remove(instance);
    waiting.remove(instance);
    idle.remove(instance);
    Set<JoinedInstance> own = Objects.requireNonNull(byNamespace.get(namespace));
    own.remove(instance);
    counted(namespace, own.size() + 1, own.size());
    if (own.isEmpty()) {
      byNamespace.remove(namespace);
    }
  }

  private void counted(String namespace, int before, int now) {
    Set<String> former = byCount.get(before);
    if (former != null) {
      former.remove(namespace);
      if (former.isEmpty()) {
        byCount.remove(before);
      }
    }
    if (now > 0) {
      byCount.computeIfAbsent(now, n -> new LinkedHashSet<>()).add(namespace);
    }
  }

  /** Something has happened to an instance just now. */
  void touched(JoinedInstance instance) {
    waiting.remove(instance);
    idle.remove(instance);
    (instance.isIdle() ? idle : waiting).add(instance);
  }

  /** The oldest instance of the namespace that has most. */
  JoinedInstance crowding() {
    String namespace = byCount.lastEntry().getValue().iterator().next();
    return Objects.requireNonNull(byNamespace.get(namespace)).iterator().next();
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
