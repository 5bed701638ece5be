/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.StemCell;
import java.util.Optional;

/**
 * Number of stem cells of one kind and memory that a pool starts with and keeps.
 *
 * @param initialCount the number at the beginning; without reactive settings, for ever
 * @param reactive how the number follows cold starts, for policies that support it
 */
public record StemCellSettings(
    StemCell stemCell, int initialCount, Optional<ReactiveSettings> reactive) {

  public StemCellSettings {
    checkArgument(
        initialCount >= 0,
        "initialCount of stem cells %s is %s, expected at least 0",
        stemCell,
        initialCount);
  }

  /** A number of stem cells that stays the same. */
  public StemCellSettings(StemCell stemCell, int initialCount) {
    this(stemCell, initialCount, Optional.empty());
  }
}
