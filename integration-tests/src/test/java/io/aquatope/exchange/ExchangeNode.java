/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.exchange.member.CpuPort;
import io.aquatope.exchange.member.LogListener;
import io.aquatope.exchange.member.Member;
import io.aquatope.exchange.member.MemoryPort;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An invoker without OpenWhisk: a process whose activations take as long as was measured under the
 * limits that it is told. It prints what the log tells it, and stops to run and to send when its
 * input ends.
 */
final class ExchangeNode {

  private static final int UNLIMITED = 2000;

  /** How long after the stage before a stage is told of, however long it is said to have taken. */
  static final long STAGES_APART_MS = 400;

  private static final long LOAD_TICK_MS = 100;

  private ExchangeNode() {}

  /**
   * Arguments: address of the broker, name, table of latencies, workflow instances a second, batch
   * interval in ms.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String name = arguments[1];
    LatencyTable table = LatencyTable.read(Path.of(arguments[2]));
    int rate = Integer.parseInt(arguments[3]);
    SenderIdentity me = new SenderIdentity(name, System.currentTimeMillis());
    Duration batchInterval = Duration.ofMillis(Long.parseLong(arguments[4]));
    HubSettings settings = VideoWorkflow.settings(batchInterval, Optional.empty());
    KafkaTransport kafka = new KafkaTransport(arguments[0]);
    Map<String, Integer> limits = new ConcurrentHashMap<>();
    Member member =
        new Member(
            me,
            kafka,
            settings,
            VideoWorkflow.TUNE,
            port(limits),
            MemoryPort.NONE,
            printed(),
            LogListener.NONE);
    kafka.read(settings.topics().log(), "log-" + name + "-" + me.boot(), member::receive);

    AtomicBoolean running = new AtomicBoolean(true);
    AtomicLong instances = new AtomicLong();
    SplittableRandom random = new SplittableRandom(name.hashCode());
    ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService exchange = Executors.newScheduledThreadPool(2);
    every(
        load,
        LOAD_TICK_MS,
        running,
        () -> {
          for (int i = 0; i < rate * LOAD_TICK_MS / 1_000; i++) {
            run(name + "-" + instances.incrementAndGet(), limits, table, random, load, member);
          }
        });
    every(exchange, settings.batch().interval().toMillis(), running, () -> member.tick(now()));
    every(exchange, 250, running, () -> member.decide(now()));

    Footprint.printUntilInputEnds();
    running.set(false);
    TimeUnit.SECONDS.sleep(3);
    System.out.println("instances " + instances + ", observations dropped " + member.dropped());
    System.exit(0);
  }

  /** Its stages end one after the other, so that several messages tell of them. */
  private static void run(
      String id,
      Map<String, Integer> limits,
      LatencyTable table,
      SplittableRandom random,
      ScheduledExecutorService load,
      Member member) {
    long startMs = now();
    String root = startMs + "/" + id;
    double seconds = 0;
    for (int s = 0; s < VideoWorkflow.ACTIONS.size(); s++) {
      String action = VideoWorkflow.ACTIONS.get(s);
      int limit = limits.getOrDefault(action, UNLIMITED);
      double own = table.draw(action, limit, random);
      seconds += own;
      StageReport run =
          new StageReport(
              root + "/" + s,
              "guest",
              root,
              action,
              new StageExecution(
                  limit, 256, 0, startMs + Math.round(1000 * seconds), own, true, false, true));
      var unused =
          load.schedule(
              () -> member.observed("controller0", run),
              s * STAGES_APART_MS,
              TimeUnit.MILLISECONDS);
    }
  }

  private static CpuPort port(Map<String, Integer> limits) {
    return new CpuPort() {
      @Override
      public void decide(String action, int milliCores) {
        limits.put(action, milliCores);
      }

      @Override
      public void withdraw(String action) {
        limits.remove(action);
      }
    };
  }

  private static ExchangeEvents printed() {
    return new ExchangeEvents() {
      @Override
      public void told(String line) {
        System.out.println(line);
      }

      @Override
      public void warned(String line) {
        System.out.println("warning: " + line);
      }
    };
  }

  private static void every(
      ScheduledExecutorService clock, long ms, AtomicBoolean running, Runnable task) {
    var unused =
        clock.scheduleAtFixedRate(
            () -> {
              if (running.get()) {
                task.run();
              }
            },
            ms,
            ms,
            TimeUnit.MILLISECONDS);
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
