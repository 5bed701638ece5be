/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.workflow.WorkflowState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controller, invokers and tuner together, in virtual time. */
final class ExchangeTest {

  @TempDir private Path folder;

  @Test
  void aCheaperChoiceThatKeepsTheTargetIsFoundAndAdoptedByAll() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(3, folder, 1);
    cluster.seconds(300, 6);
    cluster.catchUp();

    List<Integer> milliCores = milliCores(cluster);
    List<Integer> generous = List.of(2000, 2000, 2000);
    assertThat(cluster.cost(milliCores)).isLessThan(0.6 * cluster.cost(generous));
    List<Long> last = cluster.latencies.subList(1_000, 1_800);
    assertThat(last.stream().filter(ms -> ms > 2_000).count()).isLessThan(40);
    assertThat(cluster.trials).isBetween(1L, cluster.runs / 5);
    assertThat(cluster.nodes)
        .allSatisfy(
            node -> {
              assertThat(node.member.state()).isEqualTo(cluster.nodes.get(0).member.state());
              assertThat(node.told).anyMatch(line -> line.contains("adopts"));
            });
  }

  @Test
  void anInvokerThatLeavesInMidRoundHoldsNothingUp() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(3, folder, 2);
    cluster.untilRound();
    int round = cluster.video(cluster.nodes.get(0)).round().number();
    cluster.nodes.remove(1);
    cluster.seconds(60, 6);

    assertThat(cluster.video(cluster.nodes.get(0)).round().number()).isGreaterThan(round);
    assertThat(cluster.nodes.get(0).member.state().members().present())
        .containsExactly("invoker0", "invoker2");
  }

  @Test
  void anInvokerThatStartsLateReplaysTheLogToTheSameState() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(2, folder, 3);
    cluster.seconds(60, 6);
    SimulatedCluster.Node late = cluster.join("invoker2");
    cluster.seconds(1, 6);
    cluster.catchUp();

    assertThat(late.member.state()).isEqualTo(cluster.nodes.get(0).member.state());
    assertThat(late.limits.values()).containsExactlyElementsOf(milliCores(cluster));
  }

  @Test
  void whatAnOwnerSetAfterAnUpdateStaysWhenAllInvokersStartAnew() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(2, folder, 6);
    cluster.seconds(20, 6);
    assertThat(cluster.memoryMb).hasSize(3).containsValue(128);
    cluster.memoryMb.replaceAll((action, megabytes) -> 512);
    cluster.seconds(20, 6);

    cluster.startAnew();
    cluster.seconds(90, 6);

    assertThat(cluster.nodes).allSatisfy(node -> assertThat(node.updates).isEmpty());
    assertThat(cluster.memoryMb.values()).containsOnly(512);
  }

  @Test
  void withoutABrokerTheLastChoiceStaysAndNothingIsTried() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(2, folder, 4);
    cluster.untilRound();
    List<Integer> choice = milliCores(cluster);
    cluster.bus.away(true);
    cluster.seconds(10, 6);
    long trials = cluster.trials;
    cluster.seconds(30, 6);

    assertThat(cluster.trials).isEqualTo(trials);
    assertThat(cluster.nodes)
        .allSatisfy(
            node ->
                assertThat(List.copyOf(node.limits.values())).containsAll(choice.subList(0, 1)));

    cluster.bus.away(false);
    cluster.seconds(30, 6);
    assertThat(cluster.trials).isGreaterThan(trials);
    assertThat(cluster.nodes.get(0).member.dropped()).isZero();
  }

  @Test
  void corruptedOversizedAndRepeatedMessagesChangeNoDecision() throws IOException {
    SimulatedCluster clean = new SimulatedCluster(2, folder, 5);
    SimulatedCluster dirty = new SimulatedCluster(2, folder, 5);
    for (int i = 0; i < 60; i++) {
      clean.second(6);
      List<byte[]> log = dirty.bus.topic(dirty.settings.topics().log());
      if (!log.isEmpty()) {
        byte[] torn = log.get(log.size() - 1).clone();
        torn[torn.length / 2] = 0;
        log.add(log.get(log.size() / 2));
        log.add(torn);
        log.add("{\"v\":1}".getBytes(UTF_8));
        log.add(new byte[MessageCodec.MOST_BYTES + 1]);
      }
      dirty.second(6);
    }

    clean.catchUp();
    dirty.catchUp();
    assertThat(dirty.nodes.get(0).member.state()).isEqualTo(clean.nodes.get(0).member.state());
    assertThat(dirty.nodes.get(0).told).anyMatch(line -> line.contains("not understood"));
  }

  @Test
  void checkpointsOfAnotherVersionAreToldOfAndHoldNothingUp() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(2, folder, 7);
    cluster.seconds(20, 6);
    List<byte[]> log = cluster.bus.topic(cluster.settings.topics().log());
    log.replaceAll(
        message ->
            new String(message, UTF_8).replace("\"placement\":", "\"places\":").getBytes(UTF_8));
    SimulatedCluster.Node late = cluster.join("invoker2");
    cluster.seconds(20, 6);
    cluster.catchUp();

    assertThat(late.told)
        .anyMatch(
            line ->
                line.startsWith(
                    "warning: 1 checkpoints were not understood and are left out, the latest of"
                        + " workflow video by invoker0: state.placement: Missing creator"
                        + " property 'placement'"));
    assertThat(late.told).noneMatch(line -> line.contains("messages of the log"));
    assertThat(late.member.state()).isEqualTo(cluster.nodes.get(0).member.state());
  }

  private static List<Integer> milliCores(SimulatedCluster cluster) {
    WorkflowState state = cluster.video(cluster.nodes.get(0));
    return state.definition().milliCores(state.decision().choice());
  }
}
