/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.List;

/** Blocks of numbers. */
final class WeightBlocks {

  private WeightBlocks() {}

  /** Copies block by block into arrays of the same shapes. */
  static void copy(List<double[]> from, List<double[]> to) {
    if (from.size() != to.size()) {
      throw new IllegalArgumentException(
          "found " + from.size() + " blocks of numbers, expected " + to.size());
    }
    for (int i = 0; i < to.size(); i++) {
      if (from.get(i).length != to.get(i).length) {
        throw new IllegalArgumentException(
            String.format(
                "block %s has %s numbers, expected %s", i, from.get(i).length, to.get(i).length));
      }
    }
    for (int i = 0; i < to.size(); i++) {
      System.arraycopy(from.get(i), 0, to.get(i), 0, to.get(i).length);
    }
  }
}
