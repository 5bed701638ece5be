/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import org.jspecify.annotations.Nullable;

/** Properties of functions that may never have been called on this invoker. */
@FunctionalInterface
public interface FunctionLookup {

  /**
   * The properties of a function; null as long as they are not known. Returns at once. An
   * implementation may begin to find out what it is asked for.
   */
  @Nullable FunctionSpec find(FunctionId function);
}
