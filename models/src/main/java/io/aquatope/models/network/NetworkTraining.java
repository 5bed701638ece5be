/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.List;

/** A network being fitted, epoch by epoch; its state can be saved after any of them. */
public interface NetworkTraining {

  /** What is being fitted, in a word or two. */
  String name();

  /** Learns from every sample once, or from a random part of them; returns the mean loss. */
  double epoch();

  /** Mean loss on samples that are never learnt from. */
  double validate();

  /** Everything that the next epoch depends on. */
  List<double[]> state();

  /**
   * Continues from a saved state exactly as if there had been no interruption.
   *
   * @throws IllegalArgumentException if the state is that of another network
   */
  void restore(List<double[]> state);
}
