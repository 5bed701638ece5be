/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Knative Pod Autoscaler with its default settings, from its documentation and source
 * (knative/serving, pkg/autoscaler/scaling). Every two seconds it computes for each function
 *
 * <pre>
 * s, p    = average concurrency over the stable window of 60 s, and over the panic window of 6 s
 * wanted  = ceil(s / target), held to [floor(ready / 2), 1000 ready]
 * target  = 0.7 * concurrency limit of a container
 * ready   = number of ready containers, at least 1
 * </pre>
 *
 * It panics when {@code ceil(p / target) >= 2 ready}, and until this condition has not held for a
 * stable window. In panic {@code p} counts, too, and the number does not fall. The last container
 * stays for the scale-to-zero grace period of 30 s after the number has become 0.
 *
 * <p>There is no activator that queues calls: an additional call gets a container at once, and the
 * container counts as ready.
 */
final class KnativeRule implements ScalingRule<KnativeRule.Scaler> {

  static final long TICK_MICROS = TimeUnit.SECONDS.toMicros(2);

  private static final long STABLE_MICROS = TimeUnit.SECONDS.toMicros(60);
  private static final long PANIC_MICROS = TimeUnit.SECONDS.toMicros(6);
  private static final long GRACE_MICROS = TimeUnit.SECONDS.toMicros(30);
  private static final double PANIC_THRESHOLD = 2;
  private static final double UTILISATION = 0.7;
  private static final double MOST_UP = 1000;
  private static final double MOST_DOWN = 2;

  @Override
  public long tickMicros() {
    return TICK_MICROS;
  }

  @Override
  public Scaler newMemory(FunctionSpec function) {
    return new Scaler(UTILISATION * function.maxConcurrent());
  }

  @Override
  public int[] decide(List<Observed<Scaler>> functions, long nowMicros) {
    int[] wanted = new int[functions.size()];
    for (int i = 0; i < wanted.length; i++) {
      Observed<Scaler> function = functions.get(i);
      FunctionCount containers = function.containers();
      int ready = containers.busy() + containers.idle() + containers.prepared();
      wanted[i] = function.memory().decide(function.load().activeMicros(), ready, nowMicros);
    }
    return wanted;
  }

  /** The autoscaler of one function. */
  static final class Scaler {

    private static final long CALM = Long.MIN_VALUE;

    private final double target;
    private final SlidingSum stable = new SlidingSum((int) (STABLE_MICROS / TICK_MICROS));
    private final SlidingSum panic = new SlidingSum((int) (PANIC_MICROS / TICK_MICROS));
    private long panicsSince = CALM;
    private int mostInPanic;
    private long neededMicros;

    Scaler(double target) {
      this.target = target;
    }

    /** Learns the load since the last tick, and decides the number of containers. */
    int decide(long activeMicros, int readyNow, long nowMicros) {
      stable.add(activeMicros);
      panic.add(activeMicros);
      double ready = Math.max(1, readyNow);
      double forStable = Math.ceil((double) stable.sum() / STABLE_MICROS / target);
      double forPanic = Math.ceil((double) panic.sum() / PANIC_MICROS / target);
      if (forPanic / ready >= PANIC_THRESHOLD) {
        panicsSince = nowMicros;
      } else if (panicsSince != CALM && panicsSince + STABLE_MICROS < nowMicros) {
        panicsSince = CALM;
        mostInPanic = 0;
      }
      int wanted = withinRates(forStable, ready);
      if (panicsSince != CALM) {
        mostInPanic = Math.max(mostInPanic, Math.max(wanted, withinRates(forPanic, ready)));
        wanted = mostInPanic;
      }
      if (wanted > 0) {
        neededMicros = nowMicros;
      } else if (readyNow > 0 && nowMicros - neededMicros < GRACE_MICROS) {
        return 1;
      }
      return wanted;
    }

    private static int withinRates(double wanted, double ready) {
      double least = Math.floor(ready / MOST_DOWN);
      return (int) Math.min(Math.max(wanted, least), Math.ceil(ready * MOST_UP));
    }
  }

  /** The sum of the last values. */
  private static final class SlidingSum {

    private final long[] values;
    private int next;
    private long sum;

    SlidingSum(int length) {
      values = new long[length];
    }

    void add(long value) {
      sum += value - values[next];
      values[next] = value;
      next = (next + 1) % values.length;
    }

    long sum() {
      return sum;
    }
  }
}
