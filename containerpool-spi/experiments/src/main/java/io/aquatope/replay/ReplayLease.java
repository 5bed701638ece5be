/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;

/** A container creation that the scheduler sends to an invoker. */
record ReplayLease(int number, int functionIndex, FunctionSpec function) implements Activation {

  @Override
  public long root() {
    return number;
  }
}
