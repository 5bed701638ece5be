/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random small traces: bursts, pauses, functions of different sizes, and some followers. The first
 * call leaves time to prepare for it.
 */
final class RandomTraces {

  private RandomTraces() {}

  static Trace of(long seed, boolean withFollowers) {
    SplittableRandom random = new SplittableRandom(seed);
    TraceFunction[] functions =
        IntStream.range(0, 1 + random.nextInt(5))
            .mapToObj(f -> Traces.function("f" + f, 128 * (1 + random.nextInt(4)), 1))
            .toArray(TraceFunction[]::new);
    Trace.Builder calls = Traces.of(functions);
    int size = random.nextInt(300);
    long now = 1_000_000;
    for (int i = 0; i < size; i++) {
      now += random.nextInt(4) == 0 ? random.nextLong(90_000_000) : random.nextLong(2_000_000);
      int function = random.nextInt(functions.length);
      long runs = random.nextLong(5_000_000);
      if (withFollowers && i > 0 && random.nextInt(3) == 0) {
        calls.addFollower(function, random.nextInt(i), random.nextLong(1_000_000), runs);
      } else {
        calls.add(function, now, runs);
      }
    }
    return calls.build(now + random.nextLong(100_000_000));
  }
}
