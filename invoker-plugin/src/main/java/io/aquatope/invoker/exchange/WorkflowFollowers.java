/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import io.aquatope.exchange.member.FollowerLookup.FollowUp;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.successor.KnownFollower;
import io.aquatope.successor.KnownFollowers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Followers of a call for the pool, from the workflows of the exchange. Only functions that are
 * known here are included. If a look-up fails, there are no followers, and the first failure is
 * reported.
 */
final class WorkflowFollowers implements KnownFollowers {

  /** Finds the followers when a namespace calls an action, the earliest first. */
  @FunctionalInterface
  interface Lookup {
    List<FollowUp> of(String namespace, String action);
  }

  private static final double MICROS = 1e6;

  private final Lookup followUps;
  private final InvokedFunctions functions;
  private final Consumer<RuntimeException> firstFailure;
  private boolean failed;

  /**
   * @param followUps returns nothing until the exchange has started
   */
  WorkflowFollowers(
      Lookup followUps, InvokedFunctions functions, Consumer<RuntimeException> firstFailure) {
    this.followUps = followUps;
    this.functions = functions;
    this.firstFailure = firstFailure;
  }

  @Override
  public List<KnownFollower> of(Activation activation) {
    try {
      FunctionId caller = activation.function().id();
      List<KnownFollower> followers = new ArrayList<>();
      for (FollowUp next : followUps.of(caller.namespace(), caller.action())) {
        Optional<FunctionSpec> function = functions.latest(caller.namespace(), next.action());
        function.ifPresent(spec -> followers.add(follower(spec, next)));
      }
      return followers;
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        firstFailure.accept(e);
      }
      return List.of();
    }
  }

  private static KnownFollower follower(FunctionSpec function, FollowUp next) {
    return new KnownFollower(
        function,
        next.followed(),
        next.instances(),
        Math.round(next.seconds() * MICROS),
        next.seen());
  }
}
