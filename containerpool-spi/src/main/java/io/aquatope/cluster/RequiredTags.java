/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.FunctionId;
import java.util.Set;

/** Tags of invokers that actions ask for. */
@FunctionalInterface
public interface RequiredTags {

  /** No action asks for any. */
  RequiredTags NONE = function -> Set.of();

  /** The tags that an invoker needs to run a function. */
  Set<String> of(FunctionId function);
}
