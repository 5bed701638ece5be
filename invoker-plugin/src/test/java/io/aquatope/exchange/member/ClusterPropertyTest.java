/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.workflow.WorkflowState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of a whole cluster under random faults and random hostile tenants, {@value #EVENTS} events a
 * run. The seed is in the name of each run; {@code -Dseed=N} repeats it.
 */
final class ClusterPropertyTest {

  private static final int EVENTS = 10_000;
  private static final int CHECK_EVERY = 50;
  private static final double FAULTS = 0.1;
  private static final long DAY_MS = 86_400_000;
  private static final long LOOK_INTERVAL_MS = 60_000;

  @TempDir private Path folder;

  static LongStream seeds() {
    String given = System.getProperty("seed", "");
    return given.isEmpty()
        ? LongStream.of(1, new SplittableRandom().nextLong())
        : LongStream.of(Long.parseLong(given));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void lossDuplicatesRestartsPartitionsAndClocksThatAreSetPartNobodyForEver(long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedFaultyCluster cluster = new SimulatedFaultyCluster(3, folder, random.nextLong());
    cluster.broker.faultRate(FAULTS);
    for (int event = 1; event <= EVENTS; event++) {
      fault(cluster, random);
      pass(cluster, random);
      if (event % CHECK_EVERY == 0) {
        ClusterLaws.check(cluster);
      }
    }
    ClusterLaws.quietEnd(cluster);
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void underFaultsAndHostileTenantsNobodyRulesAnothersActions(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedFaultyCluster cluster = new SimulatedFaultyCluster(3, folder, random.nextLong());
    SimulatedTenants hostile = new SimulatedTenants(cluster, cluster.store, random.split());
    cluster.broker.faultRate(FAULTS);
    for (int event = 1; event <= EVENTS; event++) {
      if (random.nextBoolean()) {
        fault(cluster, random);
      } else {
        hostile.act();
      }
      pass(cluster, random);
      if (event % CHECK_EVERY == 0) {
        ClusterLaws.check(cluster);
      }
    }
    hostile.leave();
    ClusterLaws.quietEnd(cluster);
  }

  /** Others do not notice hostile tenants: their workflows are joined and tuned as without them. */
  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void othersAreJoinedAndTunedAsWithoutHostileTenants(long seed) throws IOException {
    List<Map<String, Object>> with = course(seed, true);
    List<Map<String, Object>> without = course(seed, false);
    for (int i = 0; i < without.size(); i++) {
      assertThat(with.get(i))
          .as("after %d events", (i + 1) * CHECK_EVERY)
          .isEqualTo(without.get(i));
    }
  }

  private List<Map<String, Object>> course(long seed, boolean isHostile) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedFaultyCluster cluster = new SimulatedFaultyCluster(3, folder, random.nextLong());
    SimulatedTenants hostile = new SimulatedTenants(cluster, cluster.store, random.split());
    List<Map<String, Object>> course = new ArrayList<>();
    for (int event = 1; event <= EVENTS; event++) {
      SimulatedFaultyCluster.Node node = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
      int dice = random.nextInt(4);
      if (dice == 0) {
        cluster.call(node, 3);
      } else if (dice == 1) {
        cluster.callVictim(node);
      } else if (isHostile) {
        hostile.act();
      }
      pass(cluster, random);
      if (event % CHECK_EVERY == 0) {
        ClusterLaws.check(cluster);
        course.add(others(cluster));
      }
    }
    assertThat(course.get(course.size() - 1).get("decision victim/checkout"))
        .isNotEqualTo(course.get(1).get("decision victim/checkout"));
    return course;
  }

  /** What those who are not hostile have to do with. */
  private static Map<String, Object> others(SimulatedFaultyCluster cluster) {
    Map<String, Object> others = new TreeMap<>();
    for (String workflow : List.of("video", "victim/checkout")) {
      others.put("joined " + workflow, cluster.joined.getOrDefault(workflow, 0L));
      WorkflowState state = cluster.reference.state().workflows().get(workflow);
      if (state != null) {
        others.put("decision " + workflow, state.decision());
        others.put("round " + workflow, state.round());
      }
    }
    for (SimulatedFaultyCluster.Node node : cluster.nodes) {
      Map<String, Integer> limits = new TreeMap<>(node.limits);
      limits.keySet().removeIf(action -> !ClusterLaws.isOthers(action));
      others.put("limits " + node.name, limits);
    }
    return others;
  }

  /** Some time passes; the victim, which is active, is looked at once in an interval. */
  private static void pass(SimulatedFaultyCluster cluster, SplittableRandom random) {
    long ms = random.nextLong(150);
    if ((cluster.nowMs + ms) / LOOK_INTERVAL_MS > cluster.nowMs / LOOK_INTERVAL_MS
        || cluster.nowMs == 0) {
      cluster.look("victim");
    }
    cluster.pass(ms);
  }

  private static void fault(SimulatedFaultyCluster cluster, SplittableRandom random) {
    SimulatedFaultyCluster.Node node = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
    SimulatedFaultyCluster.SimulatedProcess process =
        random.nextInt(4) == 0 ? cluster.controller : node;
    int dice = random.nextInt(1_000);
    if (dice < 350) {
      cluster.call(node, random.nextInt(20) == 0 ? 2 : 3);
    } else if (dice < 550) {
      cluster.callVictim(node);
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
}
