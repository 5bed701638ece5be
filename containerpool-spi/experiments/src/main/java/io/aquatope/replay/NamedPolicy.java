/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.policy.PolicyFactory;
import io.aquatope.pool.policy.PolicyRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy to replay: one that pools can have, or the clairvoyant one, which is made for a single
 * trace.
 *
 * @param name as the user wrote it
 * @param factory of the policy; empty for the clairvoyant one
 */
public record NamedPolicy(String name, Optional<PolicyFactory> factory) {

  private static final String CLAIRVOYANT = "clairvoyant";

  /**
   * The policy that a text such as {@code keep-alive:10m} or {@code clairvoyant} selects.
   *
   * @throws IllegalArgumentException naming the text and the expected forms
   */
  public static NamedPolicy parse(String text, PolicyRegistry policies) {
    PolicyFactory factory = withClairvoyant(policies).parse(text);
    return new NamedPolicy(
        text, text.equals(CLAIRVOYANT) ? Optional.empty() : Optional.of(factory));
  }

  /**
   * The policies that a replay compares by default: of each registered one, and the clairvoyant.
   */
  public static List<NamedPolicy> comparison(PolicyRegistry policies) {
    return withClairvoyant(policies).comparison().stream()
        .map(text -> parse(text, policies))
        .toList();
  }

  /** The syntax of each policy and its description, in alphabetical order. */
  public static Map<String, String> descriptions(PolicyRegistry policies) {
    return withClairvoyant(policies).descriptions();
  }

  private static PolicyRegistry withClairvoyant(PolicyRegistry policies) {
    return policies.with(
        CLAIRVOYANT,
        "knows the trace, prepares each container just in time: the floor",
        settings -> {
          throw new IllegalStateException("only a replay can make the clairvoyant policy");
        });
  }
}
