/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import com.google.common.primitives.Doubles;
import java.util.Arrays;

/**
 * Training data of a Gaussian process: n inputs, n outputs, and for each output the known variance
 * of its noise (zero if unknown). The learnt noise is added to it.
 */
public final class TrainingSet {

  private final double[][] inputs;
  private final double[] outputs;
  private final double[] knownNoise;

  private TrainingSet(double[][] inputs, double[] outputs, double[] knownNoise) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.knownNoise = knownNoise;
  }

  /** Points without known noise. */
  public static TrainingSet of(double[][] inputs, double[] outputs) {
    return of(inputs, outputs, new double[outputs.length]);
  }

  /** Points with known noise variances; the arrays have equal lengths of at least one. */
  public static TrainingSet of(double[][] inputs, double[] outputs, double[] knownNoise) {
    if (inputs.length == 0
        || inputs.length != outputs.length
        || inputs.length != knownNoise.length) {
      throw new IllegalArgumentException(
          "expected as many inputs as outputs and noise variances, and at least one; got %s, %s, %s"
              .formatted(inputs.length, outputs.length, knownNoise.length));
    }
    for (double y : outputs) {
      if (!Double.isFinite(y)) {
        throw new IllegalArgumentException("outputs must be finite, found " + y);
      }
    }
    return new TrainingSet(inputs.clone(), outputs.clone(), knownNoise.clone());
  }

  public int size() {
    return outputs.length;
  }

  public int dimension() {
    return inputs[0].length;
  }

  double[] input(int i) {
    return inputs[i];
  }

  double output(int i) {
    return outputs[i];
  }

  double knownNoise(int i) {
    return knownNoise[i];
  }

  TrainingSet with(double[] input, double output, double noise) {
    double[][] longer = Arrays.copyOf(inputs, inputs.length + 1);
    longer[inputs.length] = input;
    return new TrainingSet(
        longer, Doubles.concat(outputs, new double[] {output}), with(knownNoise, noise));
  }

  private static double[] with(double[] values, double value) {
    return Doubles.concat(values, new double[] {value});
  }
}
