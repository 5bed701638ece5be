/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.prepare.ActionWeight;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/**
 * An action in the namespace that invokes it. Thread-safe.
 *
 * <p>The action may be exchanged for one that is equal to it. The one that came last shares its
 * code and parameters with OpenWhisk's cache of entities. So the next comparison finds the same
 * objects and need not look into them, and the heap has them once.
 */
public final class InvokedFunction {

  private final FunctionSpec spec;
  private final long bytes;
  private volatile ExecutableWhiskAction action;

  /**
   * @param spec what the pool knows of it
   * @param action what {@code spec} stands for
   */
  InvokedFunction(FunctionSpec spec, ExecutableWhiskAction action) {
    this.spec = spec;
    this.action = action;
    this.bytes = ActionWeight.of(action);
  }

  public FunctionSpec spec() {
    return spec;
  }

  ExecutableWhiskAction action() {
    return action;
  }

  /** The heap that the action keeps alive. */
  long bytes() {
    return bytes;
  }

  /** Whether it stands for an action; then it stands for this very one from now on. */
  boolean adopt(ExecutableWhiskAction other) {
    boolean equal = action.equals(other);
    if (equal) {
      action = other;
    }
    return equal;
  }
}
