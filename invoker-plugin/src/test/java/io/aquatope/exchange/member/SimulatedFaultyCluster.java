/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.FakeClock;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.Hub;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.hub.FakeEntityStore;
import io.aquatope.models.distribution.RandomVariates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Invokers and a controller in virtual time, which stop, start, lose each other and have their wall
 * clocks set. All that happens follows from the seed.
 */
final class SimulatedFaultyCluster {

  static final List<String> ACTIONS = SimulatedCluster.ACTIONS;
  static final List<String> VICTIMS = List.of("victim/shop/cart", "victim/shop/pay");
  static final List<Integer> LIMITS = List.of(500, 1000, 2000);

  private static final long NOON = 1_750_000_000_000L;
  private static final double[] WORK = {0.1, 0.3, 0.2};
  private static final int MOST_PER_READ = 500;

  /** A process: a name that it has for ever, a clock that may be set, and a way to the broker. */
  class SimulatedProcess {

    final String name;
    boolean reachable = true;
    long wallOffsetMs;
    long startedMs;

    SimulatedProcess(String name) {
      this.name = name;
    }

    /** Time since the start, which no one can set. */
    long monotonicMs() {
      return nowMs - startedMs;
    }

    long wallMs() {
      return NOON + nowMs + wallOffsetMs;
    }

    SenderIdentity starting() {
      startedMs = nowMs;
      return new SenderIdentity(name, wallMs(), identities.nextLong());
    }
  }

  /** An invoker, and what it was told. */
  final class Node extends SimulatedProcess {

    final Map<String, Integer> limits = new TreeMap<>();
    final Set<String> updated = new TreeSet<>();
    Member member;
    SimulatedBroker.Reader log;

    Node(String name) {
      super(name);
      member = start();
      log = broker.reader(settings.topics().log(), member::receive);
    }

    void restart() {
      limits.clear();
      member = start();
      log = broker.reader(settings.topics().log(), member::receive);
    }

    private Member start() {
      return new Member(
          starting(),
          broker.transport(() -> reachable),
          settings,
          tune,
          new RecordedLimits(limits),
          (action, megabytes) -> {
            updated.add(action);
            return CompletableFuture.completedFuture(MemoryPort.Answer.UPDATED);
          },
          events,
          LogListener.NONE);
    }

    void tick() {
      if (reachable) {
        log.read(MOST_PER_READ, monotonicMs());
      }
      member.decide(monotonicMs());
      member.tick(monotonicMs());
    }
  }

  final List<String> warnings = new ArrayList<>();
  final List<Node> nodes = new ArrayList<>();
  final SimulatedProcess controller = new SimulatedProcess("controller0");
  final SimulatedBroker broker;
  final FakeEntityStore store = new FakeEntityStore();
  final HubSettings settings;
  final TuneSettings tune;
  Hub hub;
  final ReferenceLog reference = new ReferenceLog();
  long nowMs;
  long calls;
  final Map<String, Long> joined = new TreeMap<>();

  private final SplittableRandom identities;
  private final SplittableRandom work;
  private final SimulatedBroker.Reader observations;
  private SimulatedBroker.Reader hubLog;
  private final Path file;
  private long nextTickMs;

  private final ExchangeEvents events = new RecordedWarnings(warnings);

  SimulatedFaultyCluster(int invokers, Path folder, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    identities = random.split();
    work = random.split();
    store.sequence("victim/checkout", Map.of("qos-latency-ms", "1000"), VICTIMS);
    VICTIMS.forEach(action -> store.action(action, Map.of(), false));
    file = Files.writeString(folder.resolve("workflows.conf"), SimulatedCluster.WORKFLOWS);
    Config config = FaultySettings.with(file);
    settings = HubSettings.of(config);
    tune = TuneSettings.of(config);
    broker = new SimulatedBroker(random.split(), settings.topics().log());
    broker.watch(
        (topic, bytes) -> {
          if (topic.equals(settings.topics().log())) {
            reference.appended(bytes);
          }
        });
    hub = startHub();
    observations =
        broker.reader(
            settings.topics().observations("controller0"), (bytes, now) -> hub.receive(bytes, now));
    hubLog = logOfHub();
    for (int i = 0; i < invokers; i++) {
      nodes.add(new Node("invoker" + i));
    }
  }

  private Hub startHub() {
    return new Hub(
        controller.starting(),
        broker.transport(() -> controller.reachable),
        settings,
        tune.rules(),
        events,
        (instance, keptTarget) -> joined.merge(instance.workflow(), 1L, Long::sum),
        new FakeClock(controller::wallMs));
  }

  private SimulatedBroker.Reader logOfHub() {
    return broker.reader(settings.topics().log(), (bytes, now) -> hub.receiveLog(bytes));
  }

  void restartHub() {
    hub = startHub();
    hubLog = logOfHub();
  }

  /** The log is kept from the last checkpoint on, as one that is kept for longer than that is. */
  void forgetOldMessages() {
    broker.retain(settings.topics().log(), reference.sinceCheckpoint());
  }

  void write(String workflows) {
    try {
      Files.writeString(file, workflows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Time passes, and whoever has something to do each second does it. */
  void pass(long ms) {
    long end = nowMs + ms;
    while (nextTickMs <= end) {
      nowMs = nextTickMs;
      nextTickMs += 1_000;
      broker.advance(nowMs);
      nodes.forEach(Node::tick);
      if (controller.reachable) {
        observations.read(MOST_PER_READ, controller.monotonicMs());
        hubLog.read(MOST_PER_READ, controller.monotonicMs());
      }
      hub.tick(controller.monotonicMs());
    }
    nowMs = end;
  }

  /** All invokers read the log to its end. */
  void catchUp() {
    nodes.forEach(node -> node.log.read(Integer.MAX_VALUE, node.monotonicMs()));
  }

  /** A look at what a namespace declares. */
  void look(String namespace) {
    store.look(settings.quotas(), namespace, hub.known(namespace)).ifPresent(hub::discovered);
  }

  /** A request of the operator's workflow; its last stage fails if fewer than all run. */
  void call(Node node, int stages) {
    String root = "t" + calls++;
    run(node, "guest", root, root, ACTIONS, stages, work);
  }

  /** A request of the victim's workflow. */
  void callVictim(Node node) {
    String root = "t" + calls++;
    run(node, "victim", root, root, VICTIMS, VICTIMS.size(), work);
  }

  /**
   * A request that runs actions one after the other on an invoker.
   *
   * @param id that no other request has
   * @param stages how many of the actions run; the last one fails if there are fewer than all
   */
  void run(
      Node node,
      String namespace,
      String root,
      String id,
      List<String> actions,
      int stages,
      SplittableRandom scatter) {
    long at = 0;
    for (int s = 0; s < stages; s++) {
      String action = actions.get(s);
      int limit = node.limits.getOrDefault(action, 2000);
      double seconds =
          (0.02 + WORK[s % WORK.length] * 1000 / limit)
              * Math.exp(0.05 * RandomVariates.normal(scatter));
      String activation = id + "-" + s;
      long published = controller.monotonicMs();
      hub.published(namespace, root, published, activation, action, published);
      at += Math.round(seconds * 1000) + 10;
      boolean succeeded = stages == actions.size() || s < stages - 1;
      try {
        node.member.observed(
            "controller0",
            new StageReport(
                activation,
                namespace,
                root,
                action,
                new StageExecution(
                    limit,
                    256,
                    70,
                    Math.max(0, node.wallMs() + at),
                    seconds,
                    true,
                    false,
                    succeeded)));
      } catch (IllegalArgumentException e) {
        // Names that are too long are not told of, as an invoker does it.
        assertThat(e).hasMessageStartingWith("action: ");
      }
      hub.completed(namespace, root, activation, published + at);
    }
  }
}
