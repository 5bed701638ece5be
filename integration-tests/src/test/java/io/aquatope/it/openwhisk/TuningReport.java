/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static io.aquatope.it.openwhisk.VideoCluster.MEMORY_MB;
import static io.aquatope.it.openwhisk.VideoCluster.STAGES;
import static io.aquatope.it.openwhisk.VideoCluster.TARGET;
import static io.aquatope.it.openwhisk.VideoCluster.VIDEO;

import io.aquatope.exchange.workflow.DefaultPrices;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.it.openwhisk.Callers.Call;
import io.aquatope.it.openwhisk.VideoCluster.Limited;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

/**
 * What tuning makes of a workflow, minute by minute: calls, latency as callers see it, those above
 * the target, and the cost of a run by the time and the limits of its containers, as the engine
 * tells them each second. No suite; it is run by its name.
 */
@Requires(Engine.CLUSTER)
class TuningReport {

  private static final List<Double> STEPS = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 1.5, 2.0);
  private static final Duration LENGTH = Duration.ofMinutes(8);
  private static final long MINUTE = 60_000;
  private static final long SAMPLE_MS = 1_000;

  @Test
  void print() throws Exception {
    VideoCluster video = new VideoCluster(TuningReport.class, STEPS);
    OpenWhiskCluster cluster = video.start();
    try {
      Callers callers = Callers.start(cluster.client(), VIDEO, 2, Duration.ofSeconds(1));
      NavigableMap<Long, List<Limited>> limits = new TreeMap<>();
      List<String> states = new ArrayList<>();
      long start = System.currentTimeMillis();
      while (System.currentTimeMillis() < start + LENGTH.toMillis()) {
        limits.put(System.currentTimeMillis(), video.containers());
        if (System.currentTimeMillis() >= start + (states.size() + 1) * MINUTE) {
          states.add(state(cluster));
        }
        Thread.sleep(SAMPLE_MS);
      }
      states.add(state(cluster));
      List<Call> calls = callers.stop();
      callers.assertNoneIsLost();
      List<Run> runs = runs(cluster, limits);
      for (int minute = 0; minute < states.size(); minute++) {
        long from = start + minute * MINUTE;
        System.out.printf("%-8s %s; %s%n", minute + 1, latency(calls, from), cost(runs, from));
        System.out.println("         " + states.get(minute));
      }
    } finally {
      cluster.stop();
    }
  }

  /** A stage's run and its cost in dollars. */
  private record Run(long startMs, double cost) {}

  private static List<Run> runs(
      OpenWhiskCluster cluster, NavigableMap<Long, List<Limited>> limits) {
    List<Run> runs = new ArrayList<>();
    for (String stage : STAGES.keySet()) {
      for (ActivationResult run : cluster.client().activations(stage)) {
        long startMs = run.json().path("start").asLong();
        Duration took = run.duration().minus(run.initTime().orElse(Duration.ZERO));
        double rate =
            cores(
                        stage,
                        limits.floorEntry(startMs) == null
                            ? List.of()
                            : limits.floorEntry(startMs).getValue())
                    * DefaultPrices.CPU_SECOND
                + MEMORY_MB / 1024.0 * DefaultPrices.GB_SECOND;
        runs.add(new Run(startMs, took.toMillis() / 1000.0 * rate));
      }
    }
    return runs;
  }

  private static double cores(String stage, List<Limited> containers) {
    return containers.stream()
        .filter(container -> container.stage().equals(stage))
        .mapToDouble(Limited::cores)
        .max()
        .orElse(0);
  }

  private static String state(OpenWhiskCluster cluster) {
    Tuning tuning = Tuning.of(cluster, 0);
    return "round %s, %s cores in force".formatted(tuning.round(), tuning.limits());
  }

  private static String latency(List<Call> calls, long from) {
    double[] ms =
        calls.stream()
            .filter(call -> isIn(call.answer().json().path("start").asLong(), from))
            .mapToDouble(call -> call.took().toMillis())
            .toArray();
    DescriptiveStatistics statistics = new DescriptiveStatistics(ms);
    return String.format(
        Locale.ROOT,
        "%d calls, p50 %.0f ms, p95 %.0f ms, %d late",
        ms.length,
        statistics.getPercentile(50),
        statistics.getPercentile(95),
        Arrays.stream(ms).filter(took -> took > TARGET.toMillis()).count());
  }

  private static String cost(List<Run> runs, long from) {
    double sum =
        runs.stream().filter(run -> isIn(run.startMs(), from)).mapToDouble(Run::cost).sum();
    long instances = runs.stream().filter(run -> isIn(run.startMs(), from)).count() / STAGES.size();
    return String.format(Locale.ROOT, "%.3g $ a run", sum / Math.max(1, instances));
  }

  private static boolean isIn(long ms, long from) {
    return ms >= from && ms < from + MINUTE;
  }
}
