/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.pool.policy.PolicyFactory;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.prewarm.PrewarmSettings;
import io.aquatope.prewarm.PrewarmSetup;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration under {@code whisk.aquatope}, checked. The keys, their units and defaults are
 * in {@code reference.conf}.
 *
 * @param policy which policy keeps and evicts containers, for example {@code keep-alive:10m}
 * @param mode whether the policy acts
 * @param prewarm what the policy {@code aquatope} is told
 * @param prepare how containers are prepared
 * @param factory what is kept in reserve under OpenWhisk's own pools
 */
public record AquatopeConfig(
    String policy,
    PolicyMode mode,
    PrewarmSettings prewarm,
    PrepareSettings prepare,
    FactorySettings factory) {

  /** Where it stands in a configuration. */
  public static final String PATH = "whisk.aquatope";

  /** The policies that can run in an invoker. */
  private static final PolicyRegistry POLICIES = KnownPolicies.ALL;

  /**
   * From the class path and the system properties, as OpenWhisk reads its own.
   *
   * @throws IllegalArgumentException naming each bad key, its value and what was expected
   */
  public static AquatopeConfig load() {
    return from(ConfigFactory.load(AquatopeConfig.class.getClassLoader()));
  }

  /**
   * From a configuration that includes the defaults.
   *
   * @throws IllegalArgumentException naming each bad key, its value and what was expected
   */
  public static AquatopeConfig from(Config config) {
    List<ConfigProblem> problems = ConfigCheck.problems(config);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("; ")));
    }
    Config section = config.getConfig(PATH);
    return new AquatopeConfig(
        section.getString("policy"),
        PolicyMode.of(section),
        PrewarmKeys.of(section),
        PrepareSettings.of(section),
        FactorySettings.of(section));
  }

  /**
   * Makes the policy.
   *
   * @param setup what the policy {@code aquatope} works with
   */
  public PolicyFactory policyFactory(PrewarmSetup setup) {
    return KnownPolicies.with(setup.with(prewarm)).parse(policy);
  }

  /**
   * @throws IllegalArgumentException if it is no policy for an invoker; says what was expected
   */
  static PolicyFactory factory(String policy) {
    return POLICIES.parse(policy);
  }
}
