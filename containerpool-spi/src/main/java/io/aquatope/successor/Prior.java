/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * What was told of a {@link Follower}, in the terms of what is learnt here. It counts until as much
 * has been seen here, and for no more than {@value #MOST} instances.
 */
final class Prior {

  private static final double MOST = 8;

  private final Follower follower;
  private final double instances;
  private final double delays;
  private final Evidence evidence;
  private final Delay delay;

  Prior(Follower follower, double keep) {
    this.follower = follower;
    instances = Math.min(MOST, follower.instances());
    delays = Math.min(MOST, follower.delays());
    evidence = Evidence.of(instances * follower.followed() / follower.instances(), instances, keep);
    delay = Delay.around(follower.delayMicros(), Math.max(1, delays));
  }

  boolean says(Follower other) {
    return follower.equals(other);
  }

  /** Whichever rests on more. */
  Evidence orOwn(Evidence own) {
    return own.trials() < instances ? evidence : own;
  }

  /** Whichever rests on more; a guess is worth less than anything seen. */
  Delay orOwn(Delay own) {
    return own.weight() == 0 || own.weight() < delays ? delay : own;
  }
}
