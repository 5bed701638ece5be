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
 * idle container stays until memory is short; then the one of least priority goes:
 *
 * <pre>
 * priority = clock + frequency * cost / size
 * clock    = the highest priority evicted so far
 * </pre>
 *
 * with the number of times that the container has become idle, the mean measured delay of its
 * function's cold starts in seconds, and its memory in MB. The clock makes what was not used for
 * long less than what was used lately.
 *
 * <p>The paper counts the calls of a function for all of its containers. Then the containers that a
 * burst has left behind are worth as much as the one that serves the steady calls, and stay: with
 * memory for half of everything that doubles the cold starts. Each container has its own frequency
 * here, which helps.
 *
 * <p>There is no time-out: this policy is bounded by memory alone, and with memory for everything
 * never lets a container go. As its authors do, give it several memory sizes to see what it can.
 */
final class GreedyDualPolicy implements PoolPolicy {

  private final ColdStartDelays costs = new ColdStartDelays();

  /** By identity: containers that have gone without being evicted drop out by themselves. */
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
  public double evictionRank(IdleContainer container, long nowMicros) {
    FunctionSpec function = container.function();
    Standing standing = standings.computeIfAbsent(container, c -> new Standing());
    standing.frequency++;
    standing.priority =
        clock + standing.frequency * costs.seconds(function.id()) / function.memoryMb();
    return standing.priority;
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
