/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.trace.Trace;
import java.util.Arrays;

/**
 * Index of the activations that follow each activation, from cause to follower; a trace states the
 * other direction.
 */
final class FollowerIndex {

  /** Value instead of a follower. */
  static final int NONE = -1;

  private final int roots;
  private final int[] first;
  private final int[] sibling;
  private final int[] rootOfFollower;

  FollowerIndex(Trace trace) {
    int size = trace.size();
    int firstFollower = 0;
    while (firstFollower < size && !trace.follows(firstFollower)) {
      firstFollower++;
    }
    roots = firstFollower;
    first = new int[roots == size ? 0 : size];
    sibling = new int[size - roots];
    Arrays.fill(first, NONE);
    rootOfFollower = new int[size - roots];
    for (int i = roots; i < size; i++) {
      rootOfFollower[i - roots] = root(trace.cause(i));
    }
    for (int i = size - 1; i >= roots; i--) {
      sibling[i - roots] = first[trace.cause(i)];
      first[trace.cause(i)] = i;
    }
  }

  /** The number of activations that follow none; they are the first ones of the trace. */
  int roots() {
    return roots;
  }

  /** The root activation of a chain; the activation itself if it follows none. */
  int root(int activation) {
    return activation < roots ? activation : rootOfFollower[activation - roots];
  }

  /** The first follower of an activation, or {@link #NONE}. */
  int first(int activation) {
    return first.length == 0 ? NONE : first[activation];
  }

  /** The next follower of the same cause, or {@link #NONE}. */
  int next(int follower) {
    return sibling[follower - roots];
  }
}
