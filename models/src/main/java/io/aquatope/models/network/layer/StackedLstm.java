/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Two LSTM layers, the second with one unit, with variational dropout on the output of each.
 * Encoder and decoder both have this shape. It turns a sequence into one number per time step.
 */
public final class StackedLstm implements Layer {

  public final LstmLayer first;
  public final LstmLayer second;

  public StackedLstm(int inputs, int size, SplittableRandom random) {
    first = new LstmLayer(inputs, size, random);
    second = new LstmLayer(size, 1, random);
  }

  @Override
  public List<Parameter> parameters() {
    return ParameterList.of(first, second);
  }

  /** The masks of one pass: rows x size, and rows x 1. */
  public record Masks(DMatrixRMaj first, DMatrixRMaj second) {}

  /** Values that the backward step needs; {@code output} is rows x time steps. */
  public record Run(LstmTrace first, LstmTrace second, Masks masks, DMatrixRMaj output) {}

  public Masks masks(int rows, double p, SplittableRandom random) {
    return new Masks(
        DropoutMask.mask(rows, first.size(), p, random), DropoutMask.mask(rows, 1, p, random));
  }

  public Run forward(List<DMatrixRMaj> inputs, Masks masks) {
    LstmTrace one = first.forward(inputs);
    List<DMatrixRMaj> between = new ArrayList<>();
    for (DMatrixRMaj state : one.states()) {
      between.add(DropoutMask.apply(masks.first(), state));
    }
    LstmTrace two = second.forward(between);
    List<DMatrixRMaj> columns = new ArrayList<>();
    for (DMatrixRMaj state : two.states()) {
      columns.add(DropoutMask.apply(masks.second(), state));
    }
    return new Run(one, two, masks, ColumnSequence.join(columns));
  }

  /**
   * Adds to the gradients.
   *
   * @param slope derivative of the loss by the output, rows x time steps
   * @return derivative of the loss by each input
   */
  public List<DMatrixRMaj> backward(Run run, DMatrixRMaj slope) {
    List<DMatrixRMaj> slopes = new ArrayList<>();
    for (DMatrixRMaj column : ColumnSequence.split(slope)) {
      slopes.add(DropoutMask.apply(run.masks().second(), column));
    }
    List<DMatrixRMaj> between = second.backward(run.second(), slopes);
    between.replaceAll(one -> DropoutMask.apply(run.masks().first(), one));
    return first.backward(run.first(), between);
  }
}
