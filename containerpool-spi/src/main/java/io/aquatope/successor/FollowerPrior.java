/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * Prior from a {@link KnownFollower}, in the units of the local statistics. It counts until as much
 * has been observed locally, and for no more than {@value #MOST} instances.
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

  /** The evidence that rests on more instances. */
  FollowEvidence orOwn(FollowEvidence own) {
    return own.trials() < instances ? evidence : own;
  }

  /** The delay that rests on more measurements; a guess counts less than any measurement. */
  DelayEstimate orOwn(DelayEstimate own) {
    return own.weight() == 0 || own.weight() < delays ? delay : own;
  }
}
