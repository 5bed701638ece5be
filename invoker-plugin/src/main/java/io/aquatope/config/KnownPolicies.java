/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.pool.policy.Policies;
import io.aquatope.prewarm.PrewarmPolicies;

/** All policies that there are, for invokers and for replays. */
public final class KnownPolicies {

  /** By name. */
  public static final Policies ALL = PrewarmPolicies.addTo(Policies.standard());

  private KnownPolicies() {}
}
