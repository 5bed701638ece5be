/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.TraceFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chooses the invoker of each activation like OpenWhisk's sharding load balancer with one
 * controller. The home invoker of a function is its hash modulo the number of invokers. While that
 * invoker has no free slots, the next candidate is one step on. The step is one of the pairwise
 * coprime numbers, so functions with the same home overflow to different invokers. When all are
 * full, a random one is overloaded.
 *
 * <p>Slots are MB of memory. An action with concurrency takes the memory of a container for its
 * first activation and none for the next ones, up to its limit. All invokers are managed ones:
 * traces have no black-box actions that would need invokers of their own.
 */
final class ShardingPlacement {

  private final long[] freeMb;
  private final List<Integer> steps;
  private final List<FunctionSpec> functions;
  private final int[] hash;

  /** For each function with concurrency, free places in its containers by invoker. */
  private final int[][] freePlaces;

  private final SplittableRandom random;

  ShardingPlacement(List<TraceFunction> served, ReplayConfig config) {
    freeMb = new long[config.invokers()];
    Arrays.fill(freeMb, config.memoryMb());
    steps = pairwiseCoprimesUntil(config.invokers());
    functions = served.stream().map(TraceFunction::spec).toList();
    hash = functions.stream().mapToInt(function -> hash(function.id())).toArray();
    freePlaces = new int[functions.size()][];
    Map<String, int[]> byAction = new HashMap<>();
    for (int f = 0; f < freePlaces.length; f++) {
      FunctionId id = functions.get(f).id();
      freePlaces[f] =
          byAction.computeIfAbsent(
              id.action() + '@' + id.revision(), action -> new int[config.invokers()]);
    }
    random = new SplittableRandom(config.seed());
  }

  /** Takes slots for an activation of a function and returns their invoker. */
  int acquire(int functionIndex) {
    int home = Math.floorMod(hash[functionIndex], freeMb.length);
    int step = steps.get(Math.floorMod(hash[functionIndex], steps.size()));
    int invoker = home;
    for (int i = 0; i < freeMb.length; i++) {
      if (hasSlots(functionIndex, invoker)) {
        take(functionIndex, invoker);
        return invoker;
      }
      invoker = (invoker + step) % freeMb.length;
    }
    int overloaded = random.nextInt(freeMb.length);
    take(functionIndex, overloaded);
    return overloaded;
  }

  private boolean hasSlots(int functionIndex, int invoker) {
    return freeMb[invoker] >= functions.get(functionIndex).memoryMb()
        || freePlaces[functionIndex][invoker] > 0;
  }

  private void take(int functionIndex, int invoker) {
    FunctionSpec function = functions.get(functionIndex);
    int[] places = freePlaces[functionIndex];
    if (places[invoker] > 0) {
      places[invoker]--;
    } else {
      freeMb[invoker] -= function.memoryMb();
      places[invoker] += function.maxConcurrent() - 1;
    }
  }

  /** Returns the slots of an activation that has ended. */
  void release(int functionIndex, int invoker) {
    FunctionSpec function = functions.get(functionIndex);
    int[] places = freePlaces[functionIndex];
    places[invoker]++;
    if (places[invoker] % function.maxConcurrent() == 0) {
      places[invoker] -= function.maxConcurrent();
      freeMb[invoker] += function.memoryMb();
    }
  }

  private static int hash(FunctionId function) {
    return Math.abs(function.namespace().hashCode() ^ function.action().hashCode());
  }

  static List<Integer> pairwiseCoprimesUntil(int n) {
    List<Integer> coprimes = new ArrayList<>();
    for (int candidate = 1; candidate <= n; candidate++) {
      int number = candidate;
      if (gcd(number, n) == 1 && coprimes.stream().allMatch(other -> gcd(other, number) == 1)) {
        coprimes.add(number);
      }
    }
    return coprimes;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
