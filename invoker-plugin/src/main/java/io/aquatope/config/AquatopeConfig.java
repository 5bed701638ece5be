/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.pool.policy.PolicyFactory;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.prewarm.PrewarmSettings;
import io.aquatope.prewarm.PrewarmSetup;
import io.aquatope.settings.ConfigSection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration under {@code whisk.aquatope}, validated. The keys, their units and defaults are
 * in {@code reference.conf}.
 *
 * @param policy name of the policy that keeps and evicts containers, for example {@code
 *     keep-alive:10m}
 * @param mode whether the policy acts
 * @param prewarm settings of the policy {@code aquatope}
 * @param prepare settings for the preparation of containers
 * @param factory settings of the reserve under OpenWhisk's own pools
 * @param scheduler settings for OpenWhisk's scheduler
 */
public record AquatopeConfig(
    String policy,
    PolicyMode mode,
    PrewarmSettings prewarm,
    PrepareSettings prepare,
    FactorySettings factory,
    SchedulerSettings scheduler) {

  /** Path of this section. */
  public static final String PATH = "whisk.aquatope";

  /** The policies that can run in an invoker. */
  private static final PolicyRegistry POLICIES = KnownPolicies.ALL;

  /**
   * Reads the configuration from the class path and the system properties, as OpenWhisk reads its
   * own.
   *
   * @throws IllegalArgumentException naming each bad key, its value and what was expected
   */
  public static AquatopeConfig load() {
    return from(ConfigFactory.load(AquatopeConfig.class.getClassLoader()));
  }

  /**
   * Reads the section from a configuration that includes the defaults.
   *
   * @throws IllegalArgumentException naming each bad key, its value and what was expected
   */
  public static AquatopeConfig from(Config config) {
    List<ConfigProblem> problems = ConfigCheck.problems(config);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("; ")));
    }
    return read(config);
  }

  /** Reads the section. Fails at the first bad value. */
  static AquatopeConfig read(Config config) {
    ConfigSection section = ConfigSection.of(config, PATH);
    return new AquatopeConfig(
        section.value("policy", AquatopeConfig::policy),
        PolicyMode.of(section),
        PrewarmSettings.of(new PrewarmSection(section.section("prewarm"))),
        PrepareSettings.of(section.section("prepare")),
        FactorySettings.of(section.section("factory")),
        SchedulerSettings.of(section.section("scheduler")));
  }

  private static String policy(Config section, String key) {
    String policy = section.getString(key);
    var unused = factory(policy);
    return policy;
  }

  /**
   * Creates the policy.
   *
   * @param setup environment of the policy {@code aquatope}
   */
  public PolicyFactory policyFactory(PrewarmSetup setup) {
    return KnownPolicies.with(setup.with(prewarm)).parse(policy);
  }

  /**
   * @throws IllegalArgumentException if an invoker has no such policy; names the expected ones
   */
  static PolicyFactory factory(String policy) {
    return POLICIES.parse(policy);
  }
}
