/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.PolicyFactory;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Replays a trace, or another workload, through container pools in virtual time. It runs the same
 * pool code as an invoker; a queue of events replaces the containers.
 *
 * <p>The same trace, configuration and policy give the same result, except for the wall time.
 * Replays with different policies see the same arrivals, run times and cold-start draws.
 */
public final class Replay {

  private static final double NANOS = 1e9;

  private final ReplayWorkload workload;
  private final ReplayConfig config;

  /**
   * A replay of a trace, which can run with any number of policies.
   *
   * @throws IllegalArgumentException if a function does not fit into an invoker
   */
  public Replay(Trace trace, ReplayConfig config) {
    this(trace.name(), new TraceWorkload(trace), config);
  }

  /**
   * A replay of another workload. A workload that keeps state of its replay can be run once.
   *
   * @param name for messages
   * @throws IllegalArgumentException if a function does not fit into an invoker
   */
  public Replay(String name, ReplayWorkload workload, ReplayConfig config) {
    for (TraceFunction function : workload.functions()) {
      FunctionSpec spec = function.spec();
      if (spec.memoryMb() > config.memoryMb()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s of %s needs %d MB, but an invoker has %d MB: give it more memory",
                spec.id(),
                name,
                spec.memoryMb(),
                config.memoryMb()));
      }
    }
    this.workload = workload;
    this.config = config;
  }

  /**
   * Replays the trace with one policy.
   *
   * @param settings of OpenWhisk's own rules, for the policies that have them
   * @param progress receives from time to time the number of activations that have ended
   */
  public ReplayResult run(NamedPolicy contender, PolicySettings settings, IntConsumer progress) {
    long began = System.nanoTime();
    Ledger ledger = new Ledger(workload);
    IntFunction<? extends PoolPolicy> policies = policies(contender.factory(), settings);
    if (config.placement() == PlacementKind.SCHEDULER) {
      new SchedulerLoop(workload, config, ledger, policies, progress).run();
    } else {
      new ReplayLoop(workload, config, ledger, policies, invoker -> ledger, progress).run();
    }
    return ledger.result(contender.name(), (System.nanoTime() - began) / NANOS);
  }

  private IntFunction<? extends PoolPolicy> policies(
      Optional<PolicyFactory> factory, PolicySettings settings) {
    checkArgument(
        factory.isPresent() || config.placement() == PlacementKind.SHARDING,
        "the clairvoyant policy knows the calls of each invoker, which the scheduler draws:"
            + " expected the placement sharding");
    return factory.isPresent()
        ? invoker -> factory.get().create(settings)
        : ClairvoyantPolicy.rehearse(workload.afresh(), config)::get;
  }
}
