/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import static io.aquatope.models.workflow.belief.StageDraws.BELIEFS;
import static io.aquatope.models.workflow.belief.StageDraws.RUNS;

import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.models.workflow.belief.RunSampler;
import io.aquatope.models.workflow.belief.StageDraws;
import io.aquatope.models.workflow.belief.StagePrediction;
import io.aquatope.models.workflow.belief.StageSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Turns stage predictions into end-to-end latencies, by common random numbers: under each of {@link
 * StageDraws#BELIEFS} beliefs, {@link StageDraws#RUNS} runs.
 */
final class RiskDraws {

  private final List<StageDraws> stages = new ArrayList<>();

  /**
   * Draws for stages. {@code modelOf} gives the model of each stage; beliefs are drawn per model.
   */
  RiskDraws(ImmutableIntArray modelOf, SplittableRandom random) {
    Map<Integer, StageDraws> known = new HashMap<>();
    for (int s = 0; s < modelOf.length(); s++) {
      StageDraws like = known.get(modelOf.get(s));
      StageDraws draws = like == null ? StageDraws.draw(random) : like.alike(random);
      known.put(modelOf.get(s), draws);
      stages.add(draws);
    }
  }

  /** Latencies under all beliefs, run by run, for each stage and candidate. */
  double[][][] believed(List<StagePrediction> predictions) {
    double[][][] table = new double[predictions.size()][][];
    for (int s = 0; s < table.length; s++) {
      StagePrediction prediction = predictions.get(s);
      StageDraws draws = stages.get(s);
      RunSampler sampler = new RunSampler(draws, prediction.variation());
      table[s] = new double[prediction.size()][BELIEFS * RUNS];
      for (int c = 0; c < prediction.size(); c++) {
        double deviation = prediction.deviation(c);
        for (int b = 0; b < BELIEFS; b++) {
          double[] mean =
              prediction.means()[prediction.components().indexAt(draws.beliefs().components()[b])];
          double seconds = Math.exp(mean[c] + deviation * draws.beliefs().latencies()[b]);
          double[] runs = sampler.runs(c, b, seconds, prediction.failure()[c]);
          System.arraycopy(runs, 0, table[s][c], b * RUNS, RUNS);
        }
      }
    }
    return table;
  }

  /** Latencies in one world, run by run, for each stage and candidate. */
  double[][][] inWorld(List<StagePrediction> predictions, List<StageSample> worlds) {
    double[][][] table = new double[predictions.size()][][];
    for (int s = 0; s < table.length; s++) {
      StageSample world = worlds.get(s);
      RunSampler sampler = new RunSampler(stages.get(s), predictions.get(s).variation());
      table[s] = new double[predictions.get(s).size()][];
      for (int c = 0; c < table[s].length; c++) {
        double seconds = Math.exp(world.logLatency()[c]);
        table[s][c] = sampler.runs(c, world.belief(), seconds, world.failure()[c]);
      }
    }
    return table;
  }
}
