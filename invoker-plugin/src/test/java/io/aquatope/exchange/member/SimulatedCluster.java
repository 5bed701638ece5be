/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.Hub;
import io.aquatope.exchange.join.JoinListener;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.exchange.workflow.WorkflowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A controller and some invokers in virtual time, running a three-stage workflow. */
final class SimulatedCluster {

  static final String WORKFLOWS =
      """
      workflows = [ {
        name = video, qos = 2 s
        stages {
          decode { action = guest/decode }
          detect { action = guest/detect, after = [decode] }
          encode { action = guest/encode, after = [detect] }
        }
      } ]
      """;

  static final List<String> ACTIONS = List.of("guest/decode", "guest/detect", "guest/encode");

  /** An invoker: its member, and the limits that it was told. */
  final class Node {

    final Member member;
    final Map<String, Integer> limits = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    final List<String> updates = new ArrayList<>();
    private final FakeTransport.Reader log;
    private final String name;

    Node(String name) {
      this.name = name;
      member =
          new Member(
              new SenderIdentity(name, nowMs),
              bus,
              settings,
              tune,
              new RecordedLimits(limits),
              this::update,
              new ToldEvents(told),
              LogListener.NONE);
      log = bus.reader(settings.topics().log(), member::receive);
    }

    private CompletableFuture<MemoryPort.Answer> update(String action, int megabytes) {
      updates.add(action + " " + megabytes);
      memoryMb.put(action, megabytes);
      return CompletableFuture.completedFuture(MemoryPort.Answer.UPDATED);
    }

    private void step() {
      log.catchUp(nowMs);
      member.decide(nowMs);
      member.tick(nowMs);
    }
  }

  record ToldEvents(List<String> told) implements ExchangeEvents {

    @Override
    public void told(String line) {
      told.add(line);
    }

    @Override
    public void warned(String line) {
      told.add("warning: " + line);
    }
  }

  final FakeTransport bus = new FakeTransport();
  final HubSettings settings;
  final TuneSettings tune;
  final List<Node> nodes = new ArrayList<>();
  final List<Long> latencies = new ArrayList<>();
  final List<MeasuredTable> tables = new ArrayList<>();
  final List<String> hubTold = new ArrayList<>();

  /** What each action's owner, or an update, has set. */
  final Map<String, Integer> memoryMb = new HashMap<>();

  long nowMs = 1_000_000;
  long trials;
  long runs;

  private final SplittableRandom random;
  private final Hub hub;
  private final FakeTransport.Reader observations;
  private final FakeTransport.Reader hubLog;
  private long instances;

  SimulatedCluster(int invokers, Path folder, long seed) throws IOException {
    random = new SplittableRandom(seed);
    Path file = Files.writeString(folder.resolve("workflows.conf"), WORKFLOWS);
    var config =
        ConfigFactory.parseMap(
                Map.of(
                    "whisk.aquatope.hub.workflows",
                    file.toString(),
                    "whisk.aquatope.hub.checkpoint-interval",
                    "15 s",
                    "whisk.aquatope.tune.memory",
                    "apply",
                    "whisk.aquatope.tune.api",
                    "http://nowhere"))
            .withFallback(ConfigFactory.parseResources("reference.conf"));
    settings = HubSettings.of(config);
    tune = TuneSettings.of(config);
    double[] work = {0.1, 0.3, 0.2};
    for (int s = 0; s < work.length; s++) {
      tables.add(new MeasuredTable(work[s], 1, tune.rules().milliCores(), random.split()));
    }
    hub =
        new Hub(
            new SenderIdentity("controller0", nowMs),
            bus,
            settings,
            tune.rules(),
            new ToldEvents(hubTold),
            JoinListener.NONE);
    observations = bus.reader(settings.topics().observations("controller0"), hub::receive);
    hubLog = bus.reader(settings.topics().log(), (bytes, atMs) -> hub.receiveLog(bytes));
    for (int i = 0; i < invokers; i++) {
      nodes.add(new Node("invoker" + i));
    }
  }

  Node join(String name) {
    Node node = new Node(name);
    nodes.add(node);
    return node;
  }

  /** All invokers stop and start, and find the log only from the last checkpoint on. */
  void startAnew() {
    List<byte[]> log = bus.topic(settings.topics().log());
    int last = log.size() - 1;
    while (!new String(log.get(last), UTF_8).contains("\"type\":\"checkpoint\"")) {
      last--;
    }
    log.subList(0, last).clear();
    nodes.replaceAll(node -> new Node(node.name));
  }

  /** Lets a second pass with {@code arrivals} instances; the stages of each run on one node. */
  void second(int arrivals) {
    for (int i = 0; i < arrivals; i++) {
      run(nodes.get((int) (instances++ % nodes.size())));
    }
    nowMs += 1_000;
    nodes.forEach(Node::step);
    observations.catchUp(nowMs);
    hubLog.catchUp(nowMs);
    hub.tick(nowMs);
  }

  /** All read the log to its end. */
  void catchUp() {
    nodes.forEach(node -> node.log.catchUp(nowMs));
  }

  void seconds(int seconds, int arrivals) {
    for (int i = 0; i < seconds; i++) {
      second(arrivals);
    }
  }

  /** Until candidates are being tried. */
  void untilRound() {
    for (int i = 0; i < 300; i++) {
      second(6);
      WorkflowState known = nodes.get(0).member.state().workflows().get("video");
      if (known != null && known.round().inProgress()) {
        return;
      }
    }
    throw new AssertionError("no round has begun");
  }

  private void run(Node node) {
    String root = "t" + instances;
    long at = nowMs;
    boolean trial = false;
    List<Integer> choice =
        node.member.state().workflows().values().stream()
            .flatMap(w -> w.definition().milliCores(w.decision().choice()).stream())
            .toList();
    for (int s = 0; s < ACTIONS.size(); s++) {
      String action = ACTIONS.get(s);
      int limit = node.limits.getOrDefault(action, 2000);
      trial |= !choice.isEmpty() && choice.get(s) != limit;
      double seconds = tables.get(s).draw(limit, random);
      String activation = root + "-" + s;
      hub.published("guest", root, nowMs, activation, action, at);
      at += Math.round(seconds * 1000) + 10;
      node.member.observed(
          "controller0",
          new StageReport(
              activation,
              "guest",
              root,
              action,
              new StageExecution(
                  limit, memoryMb.getOrDefault(action, 256), 70, at, seconds, true, false, true)));
      hub.completed("guest", root, activation, at);
    }
    runs++;
    trials += trial ? 1 : 0;
    latencies.add(at - nowMs);
  }

  WorkflowState video(Node node) {
    WorkflowState state = node.member.state().workflows().get("video");
    if (state == null) {
      throw new AssertionError(node.name + " knows no workflow");
    }
    return state;
  }

  String losses() {
    return hub.losses();
  }

  /** What a run costs on average under these limits. */
  double cost(List<Integer> milliCores) {
    double cost = 0;
    for (int s = 0; s < ACTIONS.size(); s++) {
      double seconds = tables.get(s).mean(milliCores.get(s));
      cost += seconds * (milliCores.get(s) / 1000.0 * 0.000048 + 0.25 * 0.0000034);
    }
    return cost;
  }
}
