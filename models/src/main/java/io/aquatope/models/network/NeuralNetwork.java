/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.ArrayList;
import java.util.List;

/** A network whose numbers can be taken out, put back and so written to a file. */
public sealed interface NeuralNetwork permits GateNetwork, HybridBayesianNetwork {

  /** Its kind in a file, such as {@code gate-1}; changes whenever its shape or inputs change. */
  String kind();

  /** All numbers that forecasts depend on, always in the same order. */
  List<double[]> numbers();

  /**
   * Takes over numbers.
   *
   * @throws IllegalArgumentException if they are those of a network of another shape
   */
  default void take(List<double[]> numbers) {
    WeightBlocks.copy(numbers, numbers());
  }

  /** A copy of its numbers, which later training does not change. */
  default List<double[]> snapshot() {
    List<double[]> copies = new ArrayList<>();
    numbers().forEach(block -> copies.add(block.clone()));
    return copies;
  }
}
