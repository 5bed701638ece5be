/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

import io.aquatope.pool.FunctionId;

/**
 * The results of one function.
 *
 * @param activations of the function, at least one
 * @param coldStarts activations for which a container had to be created
 * @param coldStartSeconds how long its activations waited for containers to become ready
 * @param wastedGbSeconds of containers that were held for it and served no activation
 */
public record FunctionOutcome(
    FunctionId function,
    int activations,
    int coldStarts,
    double coldStartSeconds,
    double wastedGbSeconds) {

  /** The share of activations that started cold, 0 to 1. */
  public double coldStartRatio() {
    return (double) coldStarts / activations;
  }
}
