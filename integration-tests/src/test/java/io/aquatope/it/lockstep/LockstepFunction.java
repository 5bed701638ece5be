/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;

/** A function of a sequence. */
record LockstepFunction(int number, int memoryMb, int maxConcurrent) {

  static final String KIND = "python:3";
  static final String NAMESPACE = "guest";

  FunctionSpec spec() {
    return new FunctionSpec(new FunctionId(NAMESPACE, name(), "1"), KIND, memoryMb, maxConcurrent);
  }

  String name() {
    return "f" + number;
  }
}
