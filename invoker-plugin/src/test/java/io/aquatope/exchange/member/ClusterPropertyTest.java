/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.SenderCheckpoint;
import io.aquatope.exchange.workflow.WorkflowState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of a whole cluster under random faults, {@value #EVENTS} events a run. The seed is in the
 * name of each run; {@code -Dseed=N} repeats it.
 */
final class ClusterPropertyTest {

  private static final int EVENTS = 10_000;
  private static final int CHECK_EVERY = 50;
  private static final double FAULTS = 0.1;
  private static final long DAY_MS = 86_400_000;

  @TempDir private Path folder;

  static LongStream seeds() {
    String given = System.getProperty("seed", "");
    return given.isEmpty()
        ? LongStream.of(1, 2, new SplittableRandom().nextLong())
        : LongStream.of(Long.parseLong(given));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void lossDuplicatesRestartsPartitionsAndClocksThatAreSetPartNobodyForEver(long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    FaultyCluster cluster = new FaultyCluster(3, folder, random.nextLong());
    cluster.broker.faultRate(FAULTS);
    for (int event = 1; event <= EVENTS; event++) {
      fault(cluster, random);
      cluster.pass(random.nextLong(150));
      if (event % CHECK_EVERY == 0) {
        check(cluster);
      }
    }
    quietEnd(cluster);
  }

  private static void fault(FaultyCluster cluster, SplittableRandom random) {
    FaultyCluster.Node node = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
    FaultyCluster.Process process = random.nextInt(4) == 0 ? cluster.controller : node;
    int dice = random.nextInt(1_000);
    if (dice < 550) {
      cluster.call(node, random.nextInt(20) == 0 ? 2 : 3);
    } else if (dice < 570) {
      process.reachable = !process.reachable;
    } else if (dice < 600) {
      process.reachable = true;
    } else if (dice < 605) {
      node.restart();
    } else if (dice < 607) {
      cluster.restartHub();
    } else if (dice < 617) {
      process.wallOffsetMs = random.nextLong(-30 * DAY_MS, 30 * DAY_MS);
    } else if (dice < 618) {
      node.log.rewind();
    } else if (dice < 619) {
      cluster.forgetOldMessages();
    }
  }

  /** What holds at all times. */
  private static void check(FaultyCluster cluster) {
    for (FaultyCluster.Node node : cluster.nodes) {
      ExchangeState state = node.member.state();
      if (node.log.isAtEnd() && !node.log.hasMissed()) {
        assertThat(state).isEqualTo(cluster.reference);
      }
      assertThat(FaultyCluster.ACTIONS).containsAll(node.limits.keySet());
      assertThat(FaultyCluster.LIMITS).containsAll(node.limits.values());
      assertThat(state.senders().byName().keySet())
          .isSubsetOf("controller0", "invoker0", "invoker1", "invoker2");
      assertThat(state.senders().byName().values())
          .allSatisfy(
              sender ->
                  assertThat(sender.starts())
                      .hasSizeLessThanOrEqualTo(SenderCheckpoint.MOST_STARTS));
      assertThat(state.workflows()).hasSizeLessThanOrEqualTo(1);
      for (WorkflowState workflow : state.workflows().values()) {
        assertThat(workflow.evidence().runs()).hasSizeLessThanOrEqualTo(120);
        assertThat(workflow.decision().rejected()).hasSizeLessThanOrEqualTo(8);
      }
    }
    assertThat(cluster.warnings)
        .allMatch(line -> line.startsWith("what this invoker sends has not come back"));
  }

  /** Faults end: all take part and agree, what is called is joined, what is withdrawn goes. */
  private static void quietEnd(FaultyCluster cluster) {
    cluster.broker.faultRate(0);
    cluster.controller.reachable = true;
    cluster.nodes.forEach(node -> node.reachable = true);
    cluster.pass(300_000);
    long joined = cluster.joined;
    long calls = cluster.calls;
    for (int second = 0; second < 60; second++) {
      cluster.nodes.forEach(node -> cluster.call(node, 3));
      cluster.pass(1_000);
    }
    cluster.pass(60_000);
    cluster.catchUp();

    assertThat(cluster.joined - joined).isEqualTo(cluster.calls - calls);
    FaultyCluster.Node first = cluster.nodes.get(0);
    assertThat(first.member.state().workflows()).containsOnlyKeys("video");
    for (FaultyCluster.Node node : cluster.nodes) {
      ExchangeState state = node.member.state();
      assertThat(node.member.isConnected(node.monotonicMs())).isTrue();
      assertThat(state.members().present())
          .containsExactly("invoker0", "invoker1", "invoker2");
      assertThat(state.workflows()).isEqualTo(first.member.state().workflows());
      assertThat(state.memory()).isEqualTo(first.member.state().memory());
      state
          .senders()
          .byName()
          .forEach(
              (name, sender) ->
                  assertThat(sender.present())
                      .isEqualTo(cluster.reference.senders().byName().get(name).present()));
      assertThat(node.limits.keySet()).containsExactlyInAnyOrderElementsOf(FaultyCluster.ACTIONS);
    }

    cluster.write("workflows = []");
    cluster.pass(120_000);
    for (FaultyCluster.Node node : cluster.nodes) {
      assertThat(node.member.state().workflows()).isEmpty();
      assertThat(node.member.state().memory()).isEmpty();
      assertThat(node.limits).isEmpty();
    }
    assertThat(cluster.hub.losses()).endsWith("open 0");
  }
}
