/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;

/** What became of one function's activations; there is at least one. */
public record FunctionOutcome(FunctionId function, int activations, int coldStarts) {

  /** The share of activations that started cold, 0 to 1. */
  public double coldStartRatio() {
    return (double) coldStarts / activations;
  }
}
