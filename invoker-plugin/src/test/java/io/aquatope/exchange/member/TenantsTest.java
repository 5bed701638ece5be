/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.AnnotatedAction;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.join.Hub;
import io.aquatope.exchange.join.JoinListener;
import io.aquatope.exchange.join.NamespaceDeclarations;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.exchange.workflow.WorkflowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several namespaces on one controller and one invoker, in virtual time. */
final class TenantsTest {

  private static final String[] CHECKOUT = {"victim/shop/cart", "victim/shop/pay"};

  @TempDir private Path folder;

  private final FakeTransport bus = new FakeTransport();
  private final Map<String, Integer> limits = new TreeMap<>();
  private final List<String> updates = new ArrayList<>();
  private Path file = Path.of("");
  private HubSettings settings = settings("");
  private TuneSettings tune = TuneSettings.of(config(""));
  private Hub hub = hub();
  private FakeTransport.Reader observations = bus.reader("", (bytes, now) -> {});
  private FakeTransport.Reader hubLog = observations;
  private Member member = member();
  private FakeTransport.Reader memberLog = observations;
  private long nowMs = 1_000_000;
  private long calls;

  private static Config config(String file) {
    return ConfigFactory.parseMap(
            Map.of(
                "whisk.aquatope.hub.workflows",
                file,
                "whisk.aquatope.tune.memory",
                "apply",
                "whisk.aquatope.tune.api",
                "http://nowhere"))
        .withFallback(ConfigFactory.parseResources("reference.conf"));
  }

  private static HubSettings settings(String file) {
    return HubSettings.of(config(file));
  }

  private Hub hub() {
    return new Hub(
        new SenderIdentity("controller0", nowMs),
        bus,
        settings,
        tune.rules(),
        new SimulatedCluster.ToldEvents(new ArrayList<>()),
        JoinListener.NONE);
  }

  private Member member() {
    return new Member(
        new SenderIdentity("invoker0", nowMs),
        bus,
        settings,
        tune,
        new RecordedLimits(limits),
        (action, megabytes) -> {
          updates.add(action + " " + megabytes);
          return CompletableFuture.completedFuture(MemoryPort.Answer.UPDATED);
        },
        new SimulatedCluster.ToldEvents(new ArrayList<>()),
        LogListener.NONE);
  }

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("workflows.conf");
    Files.writeString(file, "workflows = []");
    settings = settings(file.toString());
    tune = TuneSettings.of(config(file.toString()));
    startController();
    member = member();
    memberLog = bus.reader(settings.topics().log(), member::receive);
    seconds(3);
  }

  private void startController() {
    nowMs++;
    hub = hub();
    observations = bus.reader(settings.topics().observations("controller0"), hub::receive);
    hubLog = bus.reader(settings.topics().log(), (bytes, now) -> hub.receiveLog(bytes));
  }

  private void seconds(int seconds) {
    for (int i = 0; i < seconds; i++) {
      nowMs += 1_000;
      memberLog.catchUp(nowMs);
      member.decide(nowMs);
      member.tick(nowMs);
      observations.catchUp(nowMs);
      hubLog.catchUp(nowMs);
      hub.tick(nowMs);
    }
    memberLog.catchUp(nowMs);
  }

  private void declares(String namespace, AnnotatedAction... actions) {
    hub.discovered(new NamespaceDeclarations(namespace, Arrays.asList(actions), 0));
    seconds(2);
  }

  private static AnnotatedAction sequence(String name, String latencyMs, String... actions) {
    return new AnnotatedAction(
        name, Map.of(AnnotatedAction.LATENCY, latencyMs), Kind.SEQUENCE, Arrays.asList(actions));
  }

  /** A namespace runs a sequence, with the limits that the actions have now. */
  private void calls(String namespace, String... actions) {
    String root = "t" + calls++;
    long at = nowMs;
    for (String action : actions) {
      String activation = root + action;
      int limit = limits.getOrDefault(action, 2_000);
      double seconds = 0.2 * 2_000 / limit;
      hub.published(namespace, root, nowMs, activation, action, at);
      at += Math.round(seconds * 1_000);
      member.observed(
          "controller0",
          new StageReport(
              activation,
              namespace,
              root,
              action,
              new StageExecution(limit, 256, 70, at, seconds, true, false, true)));
      hub.completed(namespace, root, activation, at);
    }
  }

  private WorkflowState workflow(String name) {
    WorkflowState state = member.state().workflows().get(name);
    assertThat(state).as(name).isNotNull();
    return Objects.requireNonNull(state);
  }

  /**
   * A tenant that declared the same stages with a generous target, and called nothing, had the
   * victim's workflow withdrawn and its actions set to a tenth of a core.
   */
  @Test
  void aTenantThatDeclaresActionsOfAnotherChangesNothingForThatOne() {
    declares("victim", sequence("victim/checkout", "700", CHECKOUT));
    declares(
        "evil",
        sequence("evil/a", "3600000", CHECKOUT),
        sequence("evil/x", "3600000", CHECKOUT[0], "evil/p/spy", CHECKOUT[1]),
        sequence("evil/y", "3600000", CHECKOUT[1], "evil/own"));
    int slow = 0;
    for (int i = 0; i < 120; i++) {
      calls("victim", CHECKOUT);
      calls("evil", CHECKOUT);
      calls("evil", CHECKOUT[0], "evil/p/spy", CHECKOUT[1]);
      seconds(1);
      slow += limits.getOrDefault(CHECKOUT[0], 0) < 500 ? 1 : 0;
    }

    assertThat(member.state().workflows()).containsOnlyKeys("victim/checkout", "evil/x", "evil/y");
    assertThat(workflow("victim/checkout").load().arrivals().total()).isEqualTo(120);
    assertThat(workflow("evil/x").load().arrivals().total())
        .as("its own calls, those that end early included")
        .isBetween(115, 240);
    assertThat(slow).as("seconds in which the victim's target could not be kept").isLessThan(60);
    assertThat(limits)
        .as("the tenant's own actions are tuned")
        .containsKeys("evil/p/spy", "evil/own");
    assertThat(workflow("evil/x").load().advisedMb()).startsWith(0).endsWith(0);
    assertThat(member.followUps().of("victim", CHECKOUT[0]))
        .extracting(FollowerLookup.FollowUp::action)
        .containsExactly(CHECKOUT[1]);
    assertThat(member.followUps().expected().get("victim")).containsExactly(CHECKOUT[1]);
  }

  /** They stayed in the log, in all invokers and in each checkpoint, with their limits. */
  @Test
  void whatWasTakenAwayWhileTheControllerWasDownIsGoneAndTheRestKeepsWhatWasLearnt()
      throws IOException {
    Files.writeString(
        file,
        """
        workflows = [
          { name = gone,  qos = 2 s, stages { a { action = guest/gone } } }
          { name = stays, qos = 2 s, stages { a { action = guest/stays } } }
        ]
        """);
    declares("guest", sequence("guest/off", "900", "guest/cart"));
    declares("shop", sequence("shop/on", "900", "shop/cart"));
    seconds(7);
    for (int i = 0; i < 20; i++) {
      calls("guest", "guest/stays");
      calls("shop", "shop/cart");
      seconds(1);
    }
    assertThat(member.state().workflows())
        .containsOnlyKeys("gone", "stays", "guest/off", "shop/on");

    Files.writeString(
        file, "workflows = [ { name = stays, qos = 2 s, stages { a { action = guest/stays } } } ]");
    startController();
    seconds(10);
    assertThat(hub.namespaces()).as("to be looked at again").containsExactly("guest", "shop");
    declares("guest");
    declares("shop", sequence("shop/on", "900", "shop/cart"));

    assertThat(member.state().workflows()).containsOnlyKeys("stays", "shop/on");
    assertThat(limits).containsOnlyKeys("guest/stays", "shop/cart");
    assertThat(workflow("stays").evidence().runs()).isNotEmpty();
    assertThat(workflow("shop/on").evidence().runs()).isNotEmpty();
  }

  @Test
  void memoryOfAnotherNamespacesActionsIsNotUpdated() {
    declares("evil", sequence("evil/x", "3600000", CHECKOUT[0], "evil/own", CHECKOUT[1]));
    for (int i = 0; i < 60; i++) {
      calls("evil", CHECKOUT[0], "evil/own", CHECKOUT[1]);
      seconds(1);
    }

    assertThat(updates).containsExactly("evil/own 128");
  }
}
