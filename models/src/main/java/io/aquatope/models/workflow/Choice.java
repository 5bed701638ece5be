/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.primitives.ImmutableIntArray;

/**
 * One candidate for each stage.
 *
 * @param candidates for each stage, an index into its {@link StageSpace#candidates()}
 */
public record Choice(ImmutableIntArray candidates) {

  public static Choice of(int... candidates) {
    return new Choice(ImmutableIntArray.copyOf(candidates));
  }

  public int get(int stage) {
    return candidates.get(stage);
  }

  public int[] toArray() {
    return candidates.toArray();
  }
}
