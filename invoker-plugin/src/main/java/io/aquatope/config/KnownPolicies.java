/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.peers.PeerPolicies;
import io.aquatope.pool.policy.Policies;
import io.aquatope.prewarm.PrewarmPolicies;
import io.aquatope.prewarm.PrewarmSetup;

/** All policies that there are, for invokers and for replays. */
public final class KnownPolicies {

  /** By name, with {@code aquatope} as it is by default and in virtual time. */
  public static final Policies ALL = with(PrewarmSetup.virtual());

  private KnownPolicies() {}

  /** By name, with {@code aquatope} as it is set up. */
  public static Policies with(PrewarmSetup setup) {
    return PeerPolicies.addTo(PrewarmPolicies.addTo(Policies.standard(), setup));
  }
}
