/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.SenderCheckpoint;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What holds of a cluster at all times, and what holds once faults and hostile tenants are gone.
 */
final class ClusterLaws {

  private static final int MOST_OPEN = 100;
  private static final int MOST_OF_NAMESPACE = 5;
  private static final int MOST_DECLARED = 12;

  private ClusterLaws() {}

  /** Whether an action belongs to tenants that are not hostile. */
  static boolean isOthers(String action) {
    return action.startsWith("victim/") || action.startsWith("guest/");
  }

  static void check(SimulatedFaultyCluster cluster) {
    for (SimulatedFaultyCluster.Node node : cluster.nodes) {
      ExchangeState state = node.member.state();
      if (node.log.isAtEnd() && !node.log.hasMissed()) {
        assertThat(state).isEqualTo(cluster.reference.state());
      }
      ruledByOwnersOnly(node, state);
      preparedForOwnersOnly(node);
      bounded(state);
    }
    assertThat(open(cluster)).isLessThanOrEqualTo(MOST_OPEN);
    assertThat(cluster.hub.namespaces().size()).isLessThanOrEqualTo(2 * MOST_DECLARED);
    assertThat(cluster.warnings)
        .allSatisfy(
            line -> assertThat(line).doesNotContain("\n", "fail", "not understood", "\u202e"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(1_000));
    cluster.warnings.clear();
  }

  /** No CPU and no memory of an action but by its owner's declaration, or by the operator. */
  private static void ruledByOwnersOnly(SimulatedFaultyCluster.Node node, ExchangeState state) {
    Set<String> ruled = new HashSet<>(node.updated);
    ruled.addAll(node.limits.keySet());
    for (String action : ruled) {
      if (action.startsWith("guest/")) {
        assertThat(SimulatedFaultyCluster.ACTIONS).contains(action);
      } else if (action.startsWith("victim/")) {
        assertThat(SimulatedFaultyCluster.VICTIMS).contains(action);
      } else {
        assertThat(SimulatedTenants.NAMESPACES).contains(WorkflowOwner.namespaceOf(action));
      }
    }
    assertThat(SimulatedFaultyCluster.LIMITS).containsAll(node.limits.values());
    for (WorkflowState workflow : state.workflows().values()) {
      WorkflowOwner owner = workflow.definition().owner();
      List<Integer> milliCores = workflow.definition().milliCores(workflow.decision().choice());
      for (int s = 0; s < milliCores.size(); s++) {
        String action = workflow.definition().stages().get(s).action();
        assertThat(owner.rules(action) || milliCores.get(s) == 0).isTrue();
      }
    }
  }

  /** Nothing is prepared in a namespace but what it or the operator declared. */
  private static void preparedForOwnersOnly(SimulatedFaultyCluster.Node node) {
    for (String action : SimulatedFaultyCluster.VICTIMS) {
      assertThat(node.member.followUps().of("victim", action))
          .allSatisfy(next -> assertThat(SimulatedFaultyCluster.VICTIMS).contains(next.action()));
    }
    for (String action : SimulatedFaultyCluster.ACTIONS) {
      for (String namespace : List.of("guest", "victim")) {
        assertThat(node.member.followUps().of(namespace, action))
            .allSatisfy(next -> assertThat(SimulatedFaultyCluster.ACTIONS).contains(next.action()));
      }
    }
  }

  private static void bounded(ExchangeState state) {
    assertThat(state.senders().byName().keySet())
        .isSubsetOf("controller0", "invoker0", "invoker1", "invoker2");
    state
        .senders()
        .byName()
        .values()
        .forEach(
            sender ->
                assertThat(sender.starts().size())
                    .isLessThanOrEqualTo(SenderCheckpoint.MOST_STARTS));
    long declared = 0;
    for (WorkflowState workflow : state.workflows().values()) {
      WorkflowOwner owner = workflow.definition().owner();
      declared += owner.isOperator() ? 0 : 1;
      assertThat(workflow.evidence().runs().size()).isLessThanOrEqualTo(120);
      assertThat(workflow.decision().rejected().size()).isLessThanOrEqualTo(8);
      assertThat(
              state.workflows().values().stream()
                  .filter(other -> other.definition().owner().equals(owner))
                  .count())
          .isLessThanOrEqualTo(MOST_OF_NAMESPACE);
    }
    assertThat(declared).isLessThanOrEqualTo(MOST_DECLARED);
    assertThat(state.memory().size()).isLessThanOrEqualTo(MOST_DECLARED * 50);
  }

  private static int open(SimulatedFaultyCluster cluster) {
    String losses = cluster.hub.losses();
    return Integer.parseInt(losses.substring(losses.lastIndexOf(' ') + 1));
  }

  /** Faults end: all take part and agree, what is called is joined, what is withdrawn goes. */
  static void quietEnd(SimulatedFaultyCluster cluster) {
    cluster.broker.faultRate(0);
    cluster.controller.reachable = true;
    cluster.nodes.forEach(node -> node.reachable = true);
    for (int minute = 0; minute < 5; minute++) {
      cluster.look("victim");
      cluster.pass(60_000);
    }
    long video = cluster.joined.getOrDefault("video", 0L);
    long checkout = cluster.joined.getOrDefault("victim/checkout", 0L);
    for (int second = 0; second < 60; second++) {
      for (SimulatedFaultyCluster.Node node : cluster.nodes) {
        cluster.call(node, 3);
        cluster.callVictim(node);
      }
      cluster.pass(1_000);
    }
    cluster.pass(60_000);
    cluster.catchUp();

    long calls = 60L * cluster.nodes.size();
    assertThat(requireNonNull(cluster.joined.get("video")) - video).isEqualTo(calls);
    assertThat(requireNonNull(cluster.joined.get("victim/checkout")) - checkout).isEqualTo(calls);
    SimulatedFaultyCluster.Node first = cluster.nodes.get(0);
    assertThat(first.member.state().workflows()).containsOnlyKeys("video", "victim/checkout");
    for (SimulatedFaultyCluster.Node node : cluster.nodes) {
      ExchangeState state = node.member.state();
      assertThat(node.member.isConnected(node.monotonicMs())).isTrue();
      assertThat(state.members().present()).containsExactly("invoker0", "invoker1", "invoker2");
      assertThat(state.workflows()).isEqualTo(first.member.state().workflows());
      assertThat(state.memory()).isEqualTo(first.member.state().memory());
      state
          .senders()
          .byName()
          .forEach(
              (name, sender) ->
                  assertThat(sender.present())
                      .isEqualTo(
                          requireNonNull(cluster.reference.state().senders().byName().get(name))
                              .present()));
      assertThat(node.limits)
          .containsOnlyKeys(
              "guest/decode",
              "guest/detect",
              "guest/encode",
              "victim/shop/cart",
              "victim/shop/pay");
    }

    cluster.write("workflows = []");
    cluster.store.deleteAll("victim");
    cluster.look("victim");
    cluster.pass(120_000);
    for (SimulatedFaultyCluster.Node node : cluster.nodes) {
      assertThat(node.member.state().workflows()).isEmpty();
      assertThat(node.member.state().memory()).isEmpty();
      assertThat(node.limits).isEmpty();
    }
    assertThat(open(cluster)).isZero();
  }
}
