/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers: PyTorch 2.15.0, {@code torch.nn.LSTM(2, 2)} in double precision over three time
 * steps of a batch of two; the loss is the sum of 0.1, 0.2 … 1.2 times the outputs.
 */
class LstmLayerTest {

  private static final Offset<Double> CLOSE = within(1e-12);

  private static final List<DMatrixRMaj> INPUTS =
      List.of(
          matrix(2, 0.5, -1.0, 2.0, 0.1),
          matrix(2, -0.3, 0.8, 0.0, -2.0),
          matrix(2, 1.5, 1.5, -1.0, 0.4));

  @Test
  void outputsAgreeWithPyTorch() {
    LstmTrace run = cell().forward(INPUTS);

    assertThat(run.states().get(0).data)
        .containsExactly(
            new double[] {
              -0.015941957239974335, -0.03880479874710103, 0.08727316729726277, -0.18806619968780397
            },
            CLOSE);
    assertThat(run.states().get(2).data)
        .containsExactly(
            new double[] {
              0.16466481638453723, -0.21212085347979934, 0.026780758213440208, 0.016543502284686873
            },
            CLOSE);
    assertThat(run.cells().get(2).data)
        .containsExactly(
            new double[] {
              0.31069920004563606, -0.3423697985118987, 0.06574314309364371, 0.0305501257409328
            },
            CLOSE);
  }

  @Test
  void gradientsAgreeWithPyTorch() {
    LstmLayer cell = cell();
    LstmTrace run = cell.forward(INPUTS);

    List<DMatrixRMaj> inputSlopes =
        cell.backward(
            run,
            List.of(
                matrix(2, 0.1, 0.2, 0.3, 0.4),
                matrix(2, 0.5, 0.6, 0.7, 0.8),
                matrix(2, 0.9, 1.0, 1.1, 1.2)));

    assertThat(inputSlopes.get(0).data)
        .containsExactly(
            new double[] {
              -0.027191303979095787,
              0.06714375687774851,
              -0.10183427851677257,
              -0.014935141182353416
            },
            CLOSE);
    assertThat(cell.inputWeights.gradient.data)
        .containsExactly(
            new double[] {
              0.15092131146080964, 0.3675747528493255, -0.25816686363299285, -0.04004166875854336,
              0.061700968650139125, -0.020339336942193267, 0.03891675622205589, 0.05646759508529088,
              0.11633371491322023, -0.5728749242596282, 0.6329237201260081, 0.5544560976132171,
              0.08800692721088742, 0.19827842568001738, -0.20187740888644193, -0.02268117714089933
            },
            CLOSE);
    assertThat(cell.recurrentWeights.gradient.data)
        .containsExactly(
            new double[] {
              -0.00939074975852664, 0.012467224989046866, -0.009926629519107652,
                  -0.0036076469814584266,
              0.008200060016813396, -0.002556306641152294, 0.0020964874703139646,
                  0.01192371354317055,
              -0.004713036950345022, -0.09199433927438694, -0.008405337765789778,
                  -0.08081818657008319,
              0.0007524590433758949, 0.002979680392359327, -0.012904147034225603,
                  0.00795281383110667
            },
            CLOSE);
    assertThat(cell.recurrentBias.gradient.data)
        .containsExactly(
            new double[] {
              0.11522460902003004, -0.09083035110970013, 0.025794473564284673, -0.09441556012172479,
              1.0812427940842002, 1.6739569880568892, 0.08801375170405887, -0.1545835986013538
            },
            CLOSE);
  }

  @Test
  void startsWithOrthogonalRecurrentWeightsAndAnOpenForgetGate() {
    LstmLayer cell = new LstmLayer(5, 3, new SplittableRandom(1));
    DMatrixRMaj weights = cell.recurrentWeights.value;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int row = 0; row < 12; row++) {
          product += weights.get(row, i) * weights.get(row, j);
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, CLOSE);
      }
    }
    assertThat(cell.inputBias.value.data).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    assertThat(cell.recurrentBias.value.data).isEqualTo(cell.inputBias.value.data);
  }

  private static LstmLayer cell() {
    LstmLayer cell = new LstmLayer(2, 2, new SplittableRandom(1));
    cell.inputWeights.value.data =
        new double[] {
          -0.5, -0.2, 0.2, 0.5, -0.2, 0.1, 0.5, -0.3, 0.1, 0.4, -0.3, 0.0, 0.4, -0.4, 0.0, 0.3
        };
    cell.recurrentWeights.value.data =
        new double[] {
          -0.4, 0.0, 0.1, -0.4, -0.3, 0.1, 0.2, -0.3, -0.2, 0.2, 0.3, -0.2, -0.1, 0.3, 0.4, -0.1
        };
    cell.inputBias.value.data = new double[] {-0.1, 0.05, 0.2, 0.0, 0.15, -0.05, 0.1, -0.1};
    cell.recurrentBias.value.data = new double[] {0.0, 0.1, 0.2, 0.05, 0.15, 0.0, 0.1, 0.2};
    return cell;
  }

  private static DMatrixRMaj matrix(int rows, double... values) {
    return DMatrixRMaj.wrap(rows, values.length / rows, values);
  }
}
