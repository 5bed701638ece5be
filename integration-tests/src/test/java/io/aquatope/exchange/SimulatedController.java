/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.exchange.join.Hub;
import io.aquatope.exchange.join.JoinListener;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A controller without OpenWhisk, which hears of activations by the first observation of a root.
 */
final class SimulatedController implements AutoCloseable {

  private final Hub hub;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  SimulatedController(KafkaTransport kafka, Duration batchInterval, Path workflows) {
    HubSettings settings = VideoWorkflow.settings(batchInterval, Optional.of(workflows));
    ExchangeEvents silent =
        new ExchangeEvents() {
          @Override
          public void told(String line) {}

          @Override
          public void warned(String line) {}
        };
    hub =
        new Hub(
            new SenderIdentity("controller0", System.currentTimeMillis()),
            kafka,
            settings,
            VideoWorkflow.TUNE.rules(),
            silent,
            JoinListener.NONE);
    kafka.read(settings.topics().observations("controller0"), "controller0", this::receive);
    kafka.read(settings.topics().log(), "controller0-log", (bytes, nowMs) -> hub.receiveLog(bytes));
    long interval = settings.batch().interval().toMillis();
    var unused =
        clock.scheduleWithFixedDelay(
            () -> hub.tick(System.currentTimeMillis()), interval, interval, TimeUnit.MILLISECONDS);
  }

  /**
   * As a process of its own. Arguments: address of the broker, file of workflows, batch interval.
   */
  public static void main(String[] arguments) throws IOException {
    KafkaTransport kafka = new KafkaTransport(arguments[0]);
    SimulatedController hub =
        new SimulatedController(
            kafka, Duration.ofMillis(Long.parseLong(arguments[2])), Path.of(arguments[1]));
    Footprint.printUntilInputEnds();
    System.out.println(hub.losses());
    System.exit(0);
  }

  private void receive(byte[] bytes, long nowMs) {
    try {
      for (ExchangeRecord record : MessageCodec.decode(bytes).records()) {
        if (record instanceof StageReport run && run.activation().endsWith("/0")) {
          publish(run.root(), nowMs);
        }
      }
    } catch (MessageFormatException e) {
      // The hub counts it.
    }
    hub.receive(bytes, nowMs);
  }

  private void publish(String root, long nowMs) {
    long startMs = Long.parseLong(root.substring(0, root.indexOf('/')));
    for (int s = 0; s < VideoWorkflow.ACTIONS.size(); s++) {
      hub.published("guest", root, startMs, root + "/" + s, VideoWorkflow.ACTIONS.get(s), nowMs);
    }
  }

  String losses() {
    return hub.losses();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
