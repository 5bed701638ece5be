/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.PoolPolicy;

/**
 * A policy for a pool that is given leases: stem cells give way to them. OpenWhisk's
 * scheduler-based invokers do not count stem cells, and tell the scheduler their memory as free. A
 * pool that counts them must therefore not refuse a lease because of them.
 */
public final class LeasePolicy extends ForwardingPolicy {

  /** Decides as another policy does otherwise. */
  public LeasePolicy(PoolPolicy policy) {
    super(policy);
  }

  @Override
  public boolean evictsStemCells() {
    return true;
  }
}
