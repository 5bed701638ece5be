/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolAction.ExpireStemCells;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.PoolAction.TopUpStemCells;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * OpenWhisk with its {@code reactive} stem cells: as {@link OpenWhiskPolicy}, but at each check the
 * unused stem cells of each configured kind and memory expire after their time to live. Their
 * number is then set to
 *
 * <pre>
 * min(max(minCount, floor(cold starts since the last check / threshold) * increment), maxCount)
 * </pre>
 *
 * or to {@code minCount} if there was no cold start. Between checks, failed ones are replaced up to
 * {@code minCount}. A cold start counts for the kind and memory of the stem cell that could have
 * prevented it. Kinds without reactive settings stay at their initial count.
 *
 * <p>OpenWhisk limits the total number that expire in one check; this policy limits the number for
 * each kind and memory.
 */
final class OpenWhiskReactivePolicy implements PoolPolicy {

  private final PolicySettings settings;
  private final long keepAliveMicros;
  private final long checkIntervalMicros;
  private final Set<StemCell> reactiveSorts;

  /**
   * Counts configured stem cells only: a tenant can choose another memory limit for each action.
   */
  private final Map<StemCell, Integer> coldStarts = new HashMap<>();

  OpenWhiskReactivePolicy(PolicySettings settings) {
    this.settings = settings;
    this.keepAliveMicros = MICROSECONDS.convert(settings.keepAlive());
    this.checkIntervalMicros = MICROSECONDS.convert(settings.stemCellCheckInterval());
    this.reactiveSorts =
        settings.stemCells().stream()
            .filter(s -> s.reactive().isPresent())
            .map(StemCellSettings::stemCell)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return keepAliveMicros;
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    StemCell sort = function.stemCell();
    if (start.isCold() && reactiveSorts.contains(sort)) {
      coldStarts.merge(sort, 1, Integer::sum);
    }
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return settings.stemCells().stream()
        .<PoolAction>map(s -> new TopUpStemCells(s.stemCell(), s.initialCount()))
        .toList();
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return List.of(new StartStemCells(stemCell, 1));
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return settings.stemCells().stream()
        .<PoolAction>map(
            s ->
                new TopUpStemCells(
                    s.stemCell(),
                    s.reactive().map(ReactiveSettings::minCount).orElse(s.initialCount())))
        .toList();
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return settings.stemCells().stream().anyMatch(s -> s.reactive().isPresent())
        ? nowMicros + checkIntervalMicros
        : NEVER;
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    List<PoolAction> actions = new ArrayList<>();
    for (StemCellSettings cells : settings.stemCells()) {
      StemCell stemCell = cells.stemCell();
      if (cells.reactive().isPresent()) {
        ReactiveSettings reactive = cells.reactive().get();
        long readyBy = nowMicros - MICROSECONDS.convert(reactive.ttl());
        actions.add(new ExpireStemCells(stemCell, readyBy, settings.stemCellExpiryLimit()));
        int wanted = reactive.countAfter(coldStarts.getOrDefault(stemCell, 0));
        actions.add(new TopUpStemCells(stemCell, wanted));
      } else {
        actions.add(new TopUpStemCells(stemCell, cells.initialCount()));
      }
    }
    coldStarts.clear();
    return actions;
  }
}
