/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Draws the specifications of generated functions that the pool uses.
 *
 * <p>The memory need of an application is drawn from the Burr XII distribution of Shahrad et al.
 * (USENIX ATC 2020, figure 8): c = 11.652, k = 0.221, λ = 107.083 MB. Its limit is the next of the
 * sizes that users choose, so stem cells of such a size can serve it.
 */
final class SyntheticSpecs {

  private static final double BURR_C = 11.652;
  private static final double BURR_K = 0.221;
  private static final double BURR_LAMBDA_MB = 107.083;
  private static final int SMALLEST_MB = 128;
  private static final int LARGEST_MB = 1024;

  private static final List<String> KINDS = List.of("nodejs:20", "python:3.11", "go:1.22");

  private SyntheticSpecs() {}

  static TraceFunction draw(
      String app, String action, TriggerKind trigger, SplittableRandom random) {
    FunctionSpec spec =
        new FunctionSpec(
            new FunctionId("guest", action, ""),
            KINDS.get(random.nextInt(KINDS.size())),
            memoryMb(random),
            1);
    return new TraceFunction(spec, app, trigger, OptionalLong.empty());
  }

  private static int memoryMb(SplittableRandom random) {
    double tail = Math.pow(1 - random.nextDouble(), -1 / BURR_K);
    double needed = BURR_LAMBDA_MB * Math.pow(tail - 1, 1 / BURR_C);
    int limit = SMALLEST_MB;
    while (limit < needed && limit < LARGEST_MB) {
      limit *= 2;
    }
    return limit;
  }
}
