/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Keep-alive as caching: the greedy-dual policy of FaasCache (Fuerst and Sharma, ASPLOS 2021). An
 * idle container stays until memory is short; then the one of least priority is evicted:
 *
 * <pre>
 * priority = clock + frequency * cost / size
 * clock    = the highest priority evicted so far
 * </pre>
 *
 * where frequency is the number of times that the container has become idle, cost is the mean
 * measured delay of its function's cold starts in seconds, and size is its memory in MB. The clock
 * lowers the priority of containers that were not used for long, relative to recently used ones.
 *
 * <p>In the paper, the calls of a function count for all of its containers. The containers that
 * remain after a burst then have the same priority as the one that serves the steady calls, and
 * stay. With memory for half of all containers, that doubles the cold starts. In this class each
 * container has its own frequency, which gives fewer cold starts.
 *
 * <p>There is no time-out: only memory bounds this policy, and with memory for all containers it
 * never evicts one. To assess it, run it with several memory sizes, as its authors do.
 */
final class GreedyDualPolicy implements PoolPolicy {

  private final ColdStartDelays costs = new ColdStartDelays();

  /**
   * Keyed by identity. Entries of containers that end without eviction are removed automatically.
   */
  private final Map<IdleContainer, Standing> standings = new WeakHashMap<>();

  private double clock;

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    costs.startTook(function.id(), start, delayMicros);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return NEVER;
  }

  @Override
  public void becameIdle(IdleContainer container, long nowMicros) {
    FunctionSpec function = container.function();
    Standing standing = standings.computeIfAbsent(container, c -> new Standing());
    standing.frequency++;
    standing.priority =
        clock + standing.frequency * costs.seconds(function.id()) / function.memoryMb();
  }

  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    Standing standing = standings.get(container);
    return standing == null ? clock : standing.priority;
  }

  @Override
  public void evicted(IdleContainer container, long nowMicros) {
    Standing standing = standings.remove(container);
    if (standing != null) {
      clock = Math.max(clock, standing.priority);
    }
  }

  private static final class Standing {
    private long frequency;
    private double priority;
  }
}
