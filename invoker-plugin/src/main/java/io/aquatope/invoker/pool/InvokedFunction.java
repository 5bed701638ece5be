/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.prepare.ActionWeight;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/**
 * An action in the namespace that invokes it. Thread-safe.
 *
 * <p>The action may be exchanged for one that is equal to it. The latest one shares its code and
 * parameters with OpenWhisk's cache of entities. So the next comparison finds identical objects and
 * does not read them, and the heap contains them once.
 */
public final class InvokedFunction {

  private final FunctionSpec spec;
  private final long bytes;
  private volatile ExecutableWhiskAction action;

  /**
   * @param spec the function in the pool
   * @param action the action that {@code spec} stands for
   */
  InvokedFunction(FunctionSpec spec, ExecutableWhiskAction action) {
    this.spec = spec;
    this.action = action;
    this.bytes = ActionWeight.of(action);
  }

  public FunctionSpec spec() {
    return spec;
  }

  public ExecutableWhiskAction action() {
    return action;
  }

  /** Heap in bytes that the action keeps alive. */
  long bytes() {
    return bytes;
  }

  /** Whether it stands for an action. If so, it keeps this object of the action from now on. */
  boolean adopt(ExecutableWhiskAction other) {
    boolean equal = action.equals(other);
    if (equal) {
      action = other;
    }
    return equal;
  }
}
