/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.PoolPolicy;

/** Makes policies, a new one for each pool. */
@FunctionalInterface
public interface PolicyFactory {

  /** A policy for one pool. */
  PoolPolicy create(PolicySettings settings);
}
