/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.ReactiveSettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.trace.Trace;
import java.time.Duration;
import java.util.Optional;

/**
 * OpenWhisk's stem cell settings for a trace. A trace does not record which stem cells were
 * configured. So none are fixed, and the reactive policy may keep stem cells of every kind and
 * memory size that the functions could use, with the numbers of OpenWhisk's own runtimes manifest.
 * Images that developers supply have no runtime, and OpenWhisk keeps no stem cells for them.
 */
final class ReactiveStemCells {

  private static final ReactiveSettings REACTIVE =
      new ReactiveSettings(0, 4, Duration.ofMinutes(2), 1, 1);

  private static final String OWN_IMAGE = "blackbox";

  private ReactiveStemCells() {}

  static PolicySettings of(Trace trace) {
    return PolicySettings.DEFAULT.withStemCells(
        trace.functions().stream()
            .map(function -> new StemCell(function.spec().kind(), function.spec().memoryMb()))
            .filter(stemCell -> !isOwnImage(stemCell.kind()))
            .distinct()
            .map(stemCell -> new StemCellSettings(stemCell, 0, Optional.of(REACTIVE)))
            .toList());
  }

  /** {@code --runtimes} appends a number to the kind. */
  private static boolean isOwnImage(String kind) {
    return kind.equals(OWN_IMAGE) || kind.startsWith(OWN_IMAGE + "-");
  }
}
