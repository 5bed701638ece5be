/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.prewarm.OutlookSnapshot;
import io.aquatope.prewarm.OutlookView;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.status.PoolSnapshot.Decided;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Passes snapshots of the pool from the pool's thread to other threads. All methods but {@link
 * #latest} are for the pool's thread.
 */
public final class StatusBoard implements PrewarmListener {

  private static final int MOST_DECISIONS = 100;

  /**
   * Maximum number of functions without containers to show. Nobody reads more, and each costs time
   * on the pool's thread. The total number is a metric.
   */
  private static final int MOST_WITHOUT_CONTAINERS = 1_000;

  private static final long INTERVAL_MICROS = SECONDS.toMicros(4);

  private final Clock clock;
  private final Map<StartKind, Long> starts = new EnumMap<>(StartKind.class);
  private final EvictingQueue<Decided> decisions = EvictingQueue.create(MOST_DECISIONS);
  private final Map<FunctionId, Decided> lastDecisions = new HashMap<>();
  private Map<FunctionId, OutlookSnapshot> outlooks = Map.of();
  private long nextMicros = Long.MIN_VALUE;
  private volatile @Nullable PoolSnapshot latest;

  public StatusBoard(Clock clock) {
    this.clock = clock;
  }

  /** Counts an activation that has been given to a container. */
  public void started(StartKind start) {
    starts.merge(start, 1L, Long::sum);
  }

  @Override
  public void decided(PrewarmDecision decision) {
    Decided decided = new Decided(clock.instant(), decision);
    decisions.add(decided);
    lastDecisions.put(decision.function().id(), decided);
  }

  @Override
  public void planned(OutlookView known, long nowMicros) {
    if (nowMicros < nextMicros) {
      return;
    }
    nextMicros = nowMicros + INTERVAL_MICROS;
    outlooks = Maps.uniqueIndex(known.all(), outlook -> outlook.function().id());
    lastDecisions.keySet().retainAll(outlooks.keySet());
  }

  /**
   * Publishes a snapshot.
   *
   * @param specs of functions that have containers
   */
  public void publish(PoolView pool, Function<FunctionId, Optional<FunctionSpec>> specs) {
    Set<FunctionId> ids = shown(pool.functions());
    latest =
        new PoolSnapshot(
            clock.instant(),
            PoolMemory.of(pool),
            Maps.immutableEnumMap(starts),
            ids.stream().map(id -> function(id, pool, specs)).flatMap(Optional::stream).toList(),
            ImmutableList.copyOf(decisions).reverse());
  }

  private Set<FunctionId> shown(Set<FunctionId> withContainers) {
    Set<FunctionId> ids = new LinkedHashSet<>();
    int others = 0;
    for (FunctionId known : outlooks.keySet()) {
      if (withContainers.contains(known) || others++ < MOST_WITHOUT_CONTAINERS) {
        ids.add(known);
      }
    }
    ids.addAll(withContainers);
    return ids;
  }

  private Optional<PoolSnapshot.Function> function(
      FunctionId id, PoolView pool, Function<FunctionId, Optional<FunctionSpec>> specs) {
    Optional<OutlookSnapshot> outlook = Optional.ofNullable(outlooks.get(id));
    return outlook
        .map(OutlookSnapshot::function)
        .or(() -> specs.apply(id))
        .map(
            spec ->
                new PoolSnapshot.Function(
                    spec, pool.count(id), outlook, Optional.ofNullable(lastDecisions.get(id))));
  }

  /** The last snapshot; empty before the first. */
  public Optional<PoolSnapshot> latest() {
    return Optional.ofNullable(latest);
  }
}
