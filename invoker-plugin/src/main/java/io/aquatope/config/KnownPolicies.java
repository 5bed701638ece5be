/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.baseline.BaselinePolicies;
import io.aquatope.prewarm.PrewarmPolicies;
import io.aquatope.prewarm.PrewarmSetup;

/** Registry of all policies, for invokers and for replays. */
public final class KnownPolicies {

  private static final Supplier<PrewarmSetup> VIRTUAL = Suppliers.memoize(PrewarmSetup::virtual);

  /**
   * Policies by name, with {@code aquatope} at its defaults and in virtual time. The neural
   * networks are loaded when the first such policy is created, not when a name is validated.
   */
  public static final PolicyRegistry ALL =
      BaselinePolicies.addTo(PrewarmPolicies.addTo(PolicyRegistry.standard(), VIRTUAL));

  private KnownPolicies() {}

  /** Policies by name, with {@code aquatope} in the given setup. */
  public static PolicyRegistry with(PrewarmSetup setup) {
    return BaselinePolicies.addTo(PrewarmPolicies.addTo(PolicyRegistry.standard(), setup));
  }
}
