/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.layer.AdamOptimizer;
import io.aquatope.models.network.layer.Parameter;
import io.aquatope.models.network.layer.ParameterList;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Common part of all trainings: an optimiser, an epoch count, and randomness by epoch. */
final class TrainingLoop {

  private final List<Parameter> parameters;
  private final AdamOptimizer adam;
  private final long seed;
  private final double[] epochs = new double[1];

  TrainingLoop(List<Parameter> parameters, long seed) {
    this.parameters = parameters;
    this.adam = new AdamOptimizer(parameters);
    this.seed = seed;
  }

  /** Random generator of the epoch that begins, the same after an interruption as without one. */
  SplittableRandom beginEpoch() {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (long) ++epochs[0]);
  }

  /** Epochs begun so far. */
  int epochs() {
    return (int) epochs[0];
  }

  void step(double rate) {
    adam.step(rate);
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** Weights, moments and counts themselves, not copies. */
  List<double[]> state() {
    List<double[]> state = new ArrayList<>(ParameterList.values(parameters));
    for (Parameter parameter : parameters) {
      state.add(parameter.firstMoment.data);
      state.add(parameter.secondMoment.data);
    }
    state.add(adam.powers());
    state.add(epochs);
    return state;
  }

  void restore(List<double[]> state) {
    WeightBlocks.copy(state, state());
  }
}
