/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.SplittableRandom;

/** Random orders. */
final class RandomPermutation {

  private RandomPermutation() {}

  /** The numbers 0 … size - 1 in random order (Fisher and Yates). */
  static int[] of(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
