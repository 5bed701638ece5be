/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.layer.Layer;
import io.aquatope.models.network.layer.Parameter;
import io.aquatope.models.network.layer.ParameterList;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The hybrid Bayesian network of Aquatope (Zhou, Zhang and Delimitrou, ASPLOS 2023), after Zhu and
 * Laptev (2017): an LSTM encoder and a prediction network over its latent features and the time.
 * Its uncertainty has two parts:
 *
 * <pre>
 * mean  = (1/B) sum_b y_b             over B passes under random dropout masks
 * eta^2 = (1/B) sum_b (y_b - mean)^2  model uncertainty and misspecification
 *       + mean squared error on functions and windows it was not trained on: inherent noise
 * </pre>
 *
 * All values are in label space: demand is scaled per function, and the demand of the first input
 * window is subtracted from the output.
 */
public final class HybridBayesianNetwork implements Layer, NeuralNetwork {

  /** Number of windows of history that it reads. */
  public static final int STEPS = EncoderDecoder.STEPS;

  final EncoderDecoder encoderDecoder;
  final PredictionHead head;
  private final double[] inherentNoise = {1};

  /** A network with random weights. */
  public HybridBayesianNetwork(SplittableRandom random) {
    encoderDecoder = new EncoderDecoder(random);
    head = new PredictionHead(random);
  }

  /** Encoder, decoder and head. */
  @Override
  public List<Parameter> parameters() {
    return ParameterList.of(encoderDecoder, head);
  }

  @Override
  public String kind() {
    return "hybrid-bayesian-1";
  }

  @Override
  public List<double[]> numbers() {
    List<double[]> all = new ArrayList<>(ParameterList.values(parameters()));
    all.add(inherentNoise);
    return all;
  }

  /** Variance that no model can explain, in label space. */
  double inherentNoise() {
    return inherentNoise[0];
  }

  void inherentNoise(double variance) {
    inherentNoise[0] = variance;
  }

  /**
   * Forecasts the window after each of a batch of series.
   *
   * @param series of 48 windows each, one per function
   * @param passes B
   * @param random draws the masks
   * @return functions x 2: mean and variance in label space
   */
  public DMatrixRMaj predict(List<ScaledSeries> series, int passes, SplittableRandom random) {
    HybridBatch batch =
        HybridBatch.of(series.stream().map(one -> new HybridBatch.Origin(one, 0)).toList());
    int rows = series.size();
    DMatrixRMaj headInput =
        MonteCarloEncoder.sample(
            encoderDecoder.encoder, batch.inputs(), batch.times(), passes, random);
    PredictionHead.Masks masks = head.masks(headInput.numRows, PredictionHead.DROPOUT, random);
    double[] outputs = head.forward(headInput, masks).data;
    DMatrixRMaj result = new DMatrixRMaj(rows, 2);
    for (int row = 0; row < rows; row++) {
      double mean = 0;
      for (int pass = 0; pass < passes; pass++) {
        mean += outputs[row * passes + pass] / passes;
      }
      double variance = inherentNoise[0];
      for (int pass = 0; pass < passes; pass++) {
        double offset = outputs[row * passes + pass] - mean;
        variance += offset * offset / passes;
      }
      result.set(row, 0, mean);
      result.set(row, 1, variance);
    }
    return result;
  }
}
