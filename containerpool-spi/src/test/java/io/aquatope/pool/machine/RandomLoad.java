/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.List;

/** Functions of several sizes, kinds and concurrencies, few enough to meet each other often. */
final class RandomLoad {

  static final List<FunctionSpec> FUNCTIONS =
      List.of(
          function("a", "nodejs:20", 128, 1),
          function("b", "nodejs:20", 128, 1),
          function("c", "nodejs:20", 256, 1),
          function("d", "python:3", 384, 1),
          function("e", "nodejs:20", 128, 3),
          function("f", "python:3", 256, 2));

  private RandomLoad() {}

  private static FunctionSpec function(String name, String kind, int memoryMb, int maxConcurrent) {
    return new FunctionSpec(new FunctionId("ns", name, "1"), kind, memoryMb, maxConcurrent);
  }
}
