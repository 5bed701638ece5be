/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import io.aquatope.models.distribution.RandomVariates;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of a proposal of q = 3 points in 8 dimensions, each time by an optimiser that has no
 * proposals pending. By command:
 *
 * <pre>./mvnw -q -pl models -am -Pbenchmark verify -Dbenchmark=AskBenchmark</pre>
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class AskBenchmark {

  private static final int DIMENSIONS = 8;

  @Param("100")
  int observations;

  private final SplittableRandom random = new SplittableRandom(7);
  private ConstrainedOptimizer optimizer =
      new ConstrainedOptimizer(space(), OptimizerSettings.standard(1, 0), 1);

  private static SearchSpace space() {
    SearchDimension[] dimensions = new SearchDimension[DIMENSIONS];
    Arrays.fill(dimensions, new SearchDimension(0, 1));
    return SearchSpace.of(dimensions);
  }

  @Setup(Level.Invocation)
  public void observe() {
    optimizer =
        new ConstrainedOptimizer(space(), OptimizerSettings.standard(2.2, 0), random.nextLong());
    for (int i = 0; i < observations; i++) {
      double[] x = random.doubles(DIMENSIONS).toArray();
      double load = Arrays.stream(x).map(v -> 1 / (0.2 + v)).sum();
      optimizer.tell(
          x,
          load * (1 + Arrays.stream(x).sum()) * Math.exp(0.05 * RandomVariates.normal(random)),
          load / 8 * Math.exp(0.05 * RandomVariates.normal(random)));
    }
  }

  @Benchmark
  public List<double[]> ask() {
    return optimizer.ask(3);
  }
}
