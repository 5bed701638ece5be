/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.baseline.BaselinePolicies;
import io.aquatope.prewarm.PrewarmPolicies;
import io.aquatope.prewarm.PrewarmSetup;

/** All policies that there are, for invokers and for replays. */
public final class KnownPolicies {

  private static final Supplier<PrewarmSetup> VIRTUAL = Suppliers.memoize(PrewarmSetup::virtual);

  /**
   * By name, with {@code aquatope} as it is by default and in virtual time. Its neural networks are
   * loaded when the first such policy is made, and not to check a name.
   */
  public static final PolicyRegistry ALL =
      BaselinePolicies.addTo(PrewarmPolicies.addTo(PolicyRegistry.standard(), VIRTUAL));

  private KnownPolicies() {}

  /** By name, with {@code aquatope} as it is set up. */
  public static PolicyRegistry with(PrewarmSetup setup) {
    return BaselinePolicies.addTo(PrewarmPolicies.addTo(PolicyRegistry.standard(), setup));
  }
}
