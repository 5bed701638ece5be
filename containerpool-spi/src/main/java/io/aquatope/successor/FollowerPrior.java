/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * What was told of a {@link KnownFollower}, in the terms of what is learnt here. It counts until as
 * much has been seen here, and for no more than {@value #MOST} instances.
 */
final class FollowerPrior {

  private static final double MOST = 8;

  private final KnownFollower follower;
  private final double instances;
  private final double delays;
  private final FollowEvidence evidence;
  private final DelayEstimate delay;

  FollowerPrior(KnownFollower follower, double keep) {
    this.follower = follower;
    instances = Math.min(MOST, follower.instances());
    delays = Math.min(MOST, follower.delays());
    evidence =
        FollowEvidence.of(instances * follower.followed() / follower.instances(), instances, keep);
    delay = DelayEstimate.around(follower.delayMicros(), Math.max(1, delays));
  }

  boolean says(KnownFollower other) {
    return follower.equals(other);
  }

  /** Whichever rests on more. */
  FollowEvidence orOwn(FollowEvidence own) {
    return own.trials() < instances ? evidence : own;
  }

  /** Whichever rests on more; a guess is worth less than anything seen. */
  DelayEstimate orOwn(DelayEstimate own) {
    return own.weight() == 0 || own.weight() < delays ? delay : own;
  }
}
