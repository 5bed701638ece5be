/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.List;

/** Training of a network, epoch by epoch. Its state can be saved after any epoch. */
public interface NetworkTraining {

  /** Name of the network that is fitted, in a word or two. */
  String name();

  /** Learns from every sample once, or from a random part of them; returns the mean loss. */
  double epoch();

  /** Mean loss on samples that are never used for training. */
  double validate();

  /** Complete state that the next epoch depends on. */
  List<double[]> state();

  /**
   * Continues from a saved state exactly as if there had been no interruption.
   *
   * @throws IllegalArgumentException if the state belongs to another network
   */
  void restore(List<double[]> state);
}
