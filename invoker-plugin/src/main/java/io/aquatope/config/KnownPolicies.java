/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.peers.PeerPolicies;
import io.aquatope.pool.policy.Policies;
import io.aquatope.prewarm.PrewarmPolicies;
import io.aquatope.prewarm.PrewarmSetup;

/** All policies that there are, for invokers and for replays. */
public final class KnownPolicies {

  /** By name. */
  public static final Policies ALL =
      PeerPolicies.addTo(PrewarmPolicies.addTo(Policies.standard(), PrewarmSetup.virtual()));

  private KnownPolicies() {}
}
