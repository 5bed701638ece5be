/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.exchange.member.ExchangeState;
import io.aquatope.exchange.member.LogFold;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What 5,000 stage observations a second cost the invoker that sends them and the controller that
 * joins them, and how long it takes from the last observation of an instance until a reader of the
 * log has folded it. Invoker, controller and broker are processes of their own. No suite; it is run
 * by its name:
 *
 * <pre>./mvnw -pl integration-tests -am verify -Dit.test=ExchangeLoadBenchmark \
 *   -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class ExchangeLoadBenchmark {

  private static final int INSTANCES_A_SECOND = 1_667;
  private static final Duration BATCH = Duration.ofSeconds(1);
  private static final int WARM_UP_SECONDS = 20;
  private static final int SECONDS = 40;

  @Test
  void print(@TempDir Path folder) throws Exception {
    HubSettings settings = VideoWorkflow.settings(BATCH, Optional.empty());
    Path table =
        LatencyTable.write(
            folder.resolve("latencies.csv"),
            VideoWorkflow.ACTIONS,
            VideoWorkflow.TUNE.rules().milliCores(),
            5);
    try (KafkaBroker broker = new KafkaBroker(folder)) {
      broker.start();
      broker.createTopic(settings.topics().log(), 1);
      broker.createTopic(settings.topics().observations("controller0"), 1);
      String batch = Long.toString(BATCH.toMillis());
      try (KafkaTransport kafka = new KafkaTransport(broker.address());
          NodeProcess hub =
              NodeProcess.start(
                  SimulatedController.class,
                  folder,
                  broker.address(),
                  VideoWorkflow.write(folder).toString(),
                  batch);
          NodeProcess invoker =
              NodeProcess.start(
                  ExchangeNode.class,
                  folder,
                  broker.address(),
                  "invoker0",
                  table.toString(),
                  Integer.toString(INSTANCES_A_SECOND),
                  batch)) {
        measure(kafka, settings.topics().log(), hub, invoker);
      }
    }
  }

  private static void measure(
      KafkaTransport kafka, String log, NodeProcess hub, NodeProcess invoker)
      throws IOException, InterruptedException {
    ConcurrentLinkedQueue<Double> delays = new ConcurrentLinkedQueue<>();
    Follower follower = new Follower(delays);
    kafka.read(log, "follower", follower::receive);
    TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    hub.ask();
    invoker.ask();
    delays.clear();
    TimeUnit.SECONDS.sleep(SECONDS);
    List<Double> measured = List.copyOf(delays);
    hub.ask();
    invoker.ask();
    invoker.finish();
    hub.finish();
    double[] ms = measured.stream().mapToDouble(Double::doubleValue).toArray();
    System.out.printf(
        Locale.ROOT,
        "%.0f stage observations a second joined and folded; delay p50 %.0f ms, p99 %.0f ms%n",
        3.0 * ms.length / SECONDS,
        new Percentile(50).evaluate(ms),
        new Percentile(99).evaluate(ms));
    System.out.println("controller\n" + hub.output());
    System.out.println("invoker\n" + invoker.output());
  }

  /** When the invoker told of the last stage. */
  private static long toldMs(InstanceReport instance) {
    String root = instance.root();
    return Long.parseLong(root.substring(0, root.indexOf('/')))
        + (VideoWorkflow.ACTIONS.size() - 1) * ExchangeNode.STAGES_APART_MS;
  }

  /** Folds the log, and takes the time. */
  private static final class Follower {

    private final ConcurrentLinkedQueue<Double> delays;
    private ExchangeState state = ExchangeState.NONE;

    Follower(ConcurrentLinkedQueue<Double> delays) {
      this.delays = delays;
    }

    void receive(byte[] bytes, long nowMs) {
      try {
        Message message = MessageCodec.decode(bytes);
        state = LogFold.fold(state, message);
        long folded = System.currentTimeMillis();
        for (ExchangeRecord record : message.records()) {
          if (record instanceof InstanceReport instance) {
            delays.add((double) (folded - toldMs(instance)));
          }
        }
      } catch (MessageFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
