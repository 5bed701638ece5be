/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.ArrayList;
import java.util.List;

/** A network whose numbers can be read, replaced and so stored in a file. */
public sealed interface NeuralNetwork permits GateNetwork, HybridBayesianNetwork {

  /** Its kind in a file, such as {@code gate-1}; changes whenever its shape or inputs change. */
  String kind();

  /** All numbers that forecasts depend on, always in the same order. */
  List<double[]> numbers();

  /**
   * Replaces the numbers.
   *
   * @throws IllegalArgumentException if they belong to a network of another shape
   */
  default void take(List<double[]> numbers) {
    WeightBlocks.copy(numbers, numbers());
  }

  /** A copy of its numbers. Later training does not change it. */
  default List<double[]> snapshot() {
    List<double[]> copies = new ArrayList<>();
    numbers().forEach(block -> copies.add(block.clone()));
    return copies;
  }
}
