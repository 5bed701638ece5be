/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;

/** Functions for tests. */
final class Functions {

  private Functions() {}

  static FunctionSpec of(String name, int memoryMb, int maxConcurrent) {
    return new FunctionSpec(new FunctionId("ns", name, "1"), "nodejs:20", memoryMb, maxConcurrent);
  }
}
