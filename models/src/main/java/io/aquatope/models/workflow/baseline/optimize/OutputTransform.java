/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

/** The scale on which an outcome is modelled, before it is standardised. */
public enum OutputTransform {
  /** Identity. */
  LINEAR {
    @Override
    double apply(double value) {
      return value;
    }
  },
  /** Logarithm, for positive outcomes with multiplicative noise, such as latency and cost. */
  LOGARITHMIC {
    @Override
    double apply(double value) {
      return Math.log(value);
    }
  };

  abstract double apply(double value);
}
