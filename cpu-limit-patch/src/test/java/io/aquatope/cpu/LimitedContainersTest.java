/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.engine.LiveLimits;
import io.aquatope.cpu.engine.UnlimitedCreation;
import io.aquatope.cpu.limit.ChangePace;
import io.aquatope.cpu.limit.ContainerAssignment;
import io.aquatope.cpu.limit.CpuAnnotation;
import io.aquatope.cpu.limit.CpuDecisions;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuLimits;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.cpu.limit.ReportedAnnotations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LimitedContainersTest {

  private static final CpuLimit HALF = CpuLimit.parse("0.5");
  private static final CpuLimit ONE = CpuLimit.parse("1");
  private static final ContainerAssignment BURN =
      new ContainerAssignment("guest/burn", 256, Optional.empty());
  private static final ContainerAssignment STEM_CELL = ContainerAssignment.stemCell(256);

  private final List<String> wentOn = Collections.synchronizedList(new ArrayList<>());
  private final List<String> bad = new ArrayList<>();
  private final AtomicInteger badUses = new AtomicInteger();
  private final CpuEvents events =
      new CpuEvents() {
        @Override
        public void badAnnotation(String action, String problem, LimitInForce instead) {
          bad.add(action + ": " + problem);
        }

        @Override
        public void badAnnotationUsed() {
          badUses.incrementAndGet();
        }

        @Override
        public void wentOnWithoutLimit(String container, CpuLimit limit) {
          wentOn.add(container + "=" + limit);
        }
      };
  private final ScriptedEngine engine = new ScriptedEngine();
  private final CpuDecisions decisions = new CpuDecisions();
  private final CpuLimits limits =
      new CpuLimits(decisions, List.of(), null, Optional.of(CpuLimit.parse("2")));
  private final LiveLimits live =
      new LiveLimits(
          engine, new ChangePace(1000, Duration.ofMillis(1), Duration.ofMillis(20)), events);
  private final LimitedContainers containers =
      new LimitedContainers(limits, live, Duration.ofMillis(100), events);

  @AfterEach
  void close() {
    engine.release();
    containers.close();
  }

  @Test
  void aStemCellGetsTheLimitOfItsActionBeforeItIsInitialised() throws Exception {
    decisions.decide("guest/burn", HALF);
    containers.created("c", STEM_CELL, Optional.empty());
    assign(BURN).get(10, SECONDS);
    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(wentOn).isEmpty();
  }

  /** An OpenWhisk without CPU limits creates each container without one, and says nothing. */
  @Test
  void aContainerThatOpenWhiskCreatedWithoutItsLimitGetsItBeforeItIsInitialised() throws Exception {
    decisions.decide("guest/burn", HALF);
    LimitedContainers late =
        new LimitedContainers(
            limits,
            new LiveLimits(
                new UnlimitedCreation(engine),
                new ChangePace(1000, Duration.ofMillis(1), Duration.ofMillis(20)),
                events),
            Duration.ofSeconds(5),
            events);
    late.created("c", BURN, Optional.of(HALF));
    late.assign("c", BURN, late.limitOf(BURN), Duration.ZERO).get(10, SECONDS);

    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(late.limitOf("c").limit()).contains(HALF);
    assertThat(wentOn).isEmpty();
    late.close();
  }

  @Test
  void whereNothingHasToChangeTheEngineIsNotAsked() throws Exception {
    decisions.decide("guest/burn", HALF);
    containers.created("c", BURN, Optional.of(HALF));
    assertThat(assign(BURN)).isDone();
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void anEngineThatIgnoresLimitsAtCreationIsToldAfterwards() throws Exception {
    decisions.decide("guest/burn", HALF);
    containers.created("c", BURN, Optional.empty());
    engine.awaitCalls(1);
    assign(BURN).get(10, SECONDS);
    assertThat(engine.limit("c")).isEqualTo(HALF);
  }

  @Test
  void anEngineThatHangsDelaysAnActivationNoLongerThanAllowed() throws Exception {
    engine.hold();
    decisions.decide("guest/burn", HALF);
    containers.created("c", STEM_CELL, Optional.empty());
    assign(BURN).get(10, SECONDS);
    assertThat(wentOn).containsExactly("c=0.5");

    engine.release();
    live.change("c", HALF).get(10, SECONDS);
    assertThat(engine.limit("c")).as("the limit follows").isEqualTo(HALF);
  }

  @Test
  void whatAnActivationHasWaitedBeforeCounts() {
    engine.hold();
    decisions.decide("guest/burn", HALF);
    containers.created("c", STEM_CELL, Optional.empty());
    LimitedContainers patient = new LimitedContainers(limits, live, Duration.ofDays(1), events);
    assertThat(patient.assign("c", BURN, limits.of(BURN), Duration.ofDays(1)))
        .succeedsWithin(Duration.ofSeconds(10));
    assertThat(wentOn).containsExactly("c=0.5");
  }

  @Test
  void whatIsLearntOfAnActionLaterFollows() throws Exception {
    containers.created("c", BURN, Optional.empty());
    ContainerAssignment annotated = BURN.annotated(Optional.of(CpuAnnotation.of("0.5")));
    containers.learnt("c", annotated);
    engine.awaitCalls(1);
    live.change("c", HALF).get(10, SECONDS);
    assertThat(engine.limit("c")).isEqualTo(HALF);

    containers.learnt("gone", annotated);
    assertThat(engine.calls()).containsExactly("c=0.5");
  }

  @Test
  void anEngineThatFailedIsNotWaitedFor() throws Exception {
    engine.failNext(Integer.MAX_VALUE);
    decisions.decide("guest/burn", HALF);
    containers.created("c", BURN, Optional.empty());
    engine.awaitCalls(2);
    assertThat(assign(BURN)).isDone();
    assertThat(wentOn).containsExactly("c=0.5");
  }

  @Test
  void runningContainersFollowADecisionAndItsWithdrawal() throws Exception {
    decisions.decide("guest/burn", ONE);
    containers.created("c", BURN, Optional.of(ONE));
    containers.created(
        "other", new ContainerAssignment("guest/other", 256, Optional.empty()), Optional.empty());
    decisions.decide("guest/burn", HALF);
    containers.refresh();
    engine.awaitCalls(1);
    live.change("c", HALF).get(10, SECONDS);

    decisions.withdraw("guest/burn");
    containers.refresh();
    engine.awaitCalls(2);
    assertThat(engine.calls()).as("a limit is lifted by all CPUs").containsExactly("c=0.5", "c=2");
  }

  @Test
  void containersThatAreDestroyedDoNotFollow() {
    decisions.decide("guest/burn", ONE);
    containers.created("c", BURN, Optional.of(ONE));
    containers.destroyed("c");
    decisions.decide("guest/burn", HALF);
    containers.refresh();
    assertThat(engine.calls()).isEmpty();
  }

  private CompletableFuture<?> assign(ContainerAssignment workload) {
    return containers.assign("c", workload, limits.of(workload), Duration.ZERO);
  }

  @Test
  void aBadAnnotationIsReportedOnceForEachRevisionOfAnAction() {
    for (int use = 0; use < 5; use++) {
      report("guest/burn", "1-a", "a lot");
      report("guest/burn", "2-b", "a lot");
      report("guest/burn", "3-c", "0.5");
      report("guest/other", "1-a", "a lot");
    }
    assertThat(bad)
        .containsExactly(
            "guest/burn: \"a lot\" is not a number of cores, expected for example \"0.75\"",
            "guest/burn: \"a lot\" is not a number of cores, expected for example \"0.75\"",
            "guest/other: \"a lot\" is not a number of cores, expected for example \"0.75\"");
    assertThat(badUses).as("each use counts").hasValue(15);
  }

  /** A tenant may update its actions for as long as it likes. */
  @Test
  void whatWasReportedIsForgottenAtABound() {
    ReportedAnnotations reported = new ReportedAnnotations();
    int revisions = 3 * ReportedAnnotations.MOST;
    long first = IntStream.range(0, revisions).filter(i -> isNew(reported, i)).count();
    assertThat(first).isEqualTo(revisions);

    long again =
        IntStream.iterate(revisions - 1, i -> i >= 0, i -> i - 1)
            .filter(i -> isNew(reported, i))
            .count();
    assertThat(revisions - again)
        .as("remembered, newest first")
        .isBetween(ReportedAnnotations.MOST / 2L, (long) ReportedAnnotations.MOST);
  }

  private static boolean isNew(ReportedAnnotations reported, int revision) {
    return reported.isNew(
        new ContainerAssignment("guest/burn", revision + "-a", 256, Optional.empty()), "problem");
  }

  @Test
  void aDecisionOfOneActionLooksAtNoContainerOfAnother() throws Exception {
    decisions.decide("guest/burn", ONE);
    containers.created("c", BURN, Optional.of(ONE));
    containers.created(
        "o", new ContainerAssignment("guest/o", 256, Optional.of("1")), Optional.of(ONE));
    live.change("o", HALF).get(10, SECONDS);
    decisions.decide("guest/burn", HALF);
    containers.refresh("guest/burn");
    live.change("c", HALF).get(10, SECONDS);
    assertThat(engine.calls()).containsExactly("o=0.5", "c=0.5");
    assertThat(live.applied("o").settled()).as("nothing else is wanted of it").isTrue();
  }

  private void report(String action, String revision, String text) {
    ContainerAssignment workload = annotated(action, revision, text);
    containers.report(workload, limits.of(workload));
  }

  private static ContainerAssignment annotated(String action, String revision, String text) {
    return new ContainerAssignment(action, revision, 256, Optional.of(CpuAnnotation.of(text)));
  }
}
