/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.FunctionId;
import java.util.Set;

/** Tags of invokers that actions ask for. */
@FunctionalInterface
public interface ActionTags {

  /** No action asks for any. */
  ActionTags NONE = function -> Set.of();

  /** The tags that an invoker needs to run a function. */
  Set<String> of(FunctionId function);
}
