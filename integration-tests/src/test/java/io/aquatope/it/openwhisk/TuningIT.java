/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static io.aquatope.it.openwhisk.VideoCluster.QUANTILE;
import static io.aquatope.it.openwhisk.VideoCluster.TARGET;
import static io.aquatope.it.openwhisk.VideoCluster.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.it.openwhisk.Callers.Call;
import io.aquatope.it.openwhisk.VideoCluster.Limited;
import io.aquatope.testcontainers.OpenWhiskCluster;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A workflow that two invokers tune together while it is called. */
@Requires(Engine.CLUSTER)
class TuningIT {

  /** One stage breaks the target with the least; the others keep it with all, with some room. */
  private static final List<Double> STEPS = List.of(0.1, 0.5, 1.0, 2.0);

  private static final int CALLERS = 2;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /**
   * A candidate that turns out too slow makes a few calls late: one or two of them may be among
   * these.
   */
  private static final int ENOUGH_CALLS = 160;

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Calls that an invoker has taken end sooner. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private static VideoCluster video;
  private static OpenWhiskCluster cluster;

  @BeforeAll
  static void start() {
    video = new VideoCluster(TuningIT.class, STEPS);
    cluster = video.start();
  }

  @AfterAll
  static void stop() {
    cluster.stop();
    assertThat(cluster.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @Test
  void cheaperLimitsAreAdoptedKeepTheTargetAndAreKnownToAnInvokerThatComesBack() throws Exception {
    Callers callers = Callers.start(cluster.client(), VIDEO, CALLERS, PERIOD);

    Set<Limited> seen = new HashSet<>();
    await(
        "cheaper limits",
        () -> {
          seen.addAll(video.containers());
          return isHalf(Tuning.of(cluster, 0).limits());
        });
    assertThat(limitsOn(0, seen)).as("tried by the one invoker").hasSizeGreaterThan(1);
    assertThat(limitsOn(1, seen)).as("tried by the other").hasSizeGreaterThan(1);
    int adopted = callers.calls().size();
    await("calls", () -> callers.calls().size() >= adopted + ENOUGH_CALLS);
    List<Call> steady = callers.calls().subList(adopted, adopted + ENOUGH_CALLS);
    assertThat(steady.stream().filter(call -> call.took().compareTo(TARGET) > 0))
        .hasSizeLessThanOrEqualTo((int) (ENOUGH_CALLS * (1 - QUANTILE)));
    await(
        "containers with the limits in force, between two rounds",
        () -> video.carries(Tuning.of(cluster, 1).limits()));

    cluster.disableInvoker(1);
    Thread.sleep(DRAIN.toMillis());
    cluster.stopInvoker(1);
    cluster.startInvoker(1);
    cluster.awaitInvokers(2);
    await(
        "containers with these limits on the invoker that was away",
        () ->
            !limitsOn(1, video.containers()).isEmpty()
                && video.carries(Tuning.of(cluster, 1).limits()));

    callers.stop();
    await(
        "the same state in both invokers",
        () -> Tuning.of(cluster, 1).equals(Tuning.of(cluster, 0)));
    assertThat(Tuning.of(cluster, 1).round()).isGreaterThan(1);
    callers.assertNoneIsLost();
  }

  /** Whether the stages get half of what they begin with, or less. */
  private static boolean isHalf(List<Double> limits) {
    double begin = VideoCluster.STAGES.size() * STEPS.get(STEPS.size() - 1);
    return !limits.isEmpty() && limits.stream().mapToDouble(Double::doubleValue).sum() <= begin / 2;
  }

  private static Set<Double> limitsOn(int invoker, Collection<Limited> containers) {
    return containers.stream()
        .filter(container -> container.invoker() == invoker && container.cores() > 0)
        .map(Limited::cores)
        .collect(Collectors.toSet());
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
      Thread.sleep(300);
    }
  }
}
