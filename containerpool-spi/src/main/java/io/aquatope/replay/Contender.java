/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import com.google.common.collect.ImmutableSortedMap;
import io.aquatope.pool.policy.Policies;
import io.aquatope.pool.policy.PolicyFactory;
import java.util.Map;
import java.util.Optional;

/**
 * A policy to be replayed: one that pools can have, or the clairvoyant one, which can only be made
 * for a trace.
 *
 * @param name as it was written
 * @param factory of the policy; empty for the clairvoyant one
 */
public record Contender(String name, Optional<PolicyFactory> factory) {

  private static final String CLAIRVOYANT = "clairvoyant";

  /**
   * The policy that a text such as {@code keep-alive:10m} or {@code clairvoyant} chooses.
   *
   * @throws IllegalArgumentException naming the text and what was expected
   */
  public static Contender parse(String text, Policies policies) {
    if (text.equals(CLAIRVOYANT)) {
      return new Contender(text, Optional.empty());
    }
    return new Contender(text, Optional.of(policies.parse(text)));
  }

  /** How each policy is written, and what it does, in alphabetical order. */
  public static Map<String, String> descriptions(Policies policies) {
    return ImmutableSortedMap.<String, String>naturalOrder()
        .putAll(policies.descriptions())
        .put(CLAIRVOYANT, "knows the trace, prepares each container just in time: the floor")
        .buildOrThrow();
  }
}
