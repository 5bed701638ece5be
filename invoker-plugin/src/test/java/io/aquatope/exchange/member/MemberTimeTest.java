/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.TuneSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an invoker does while clocks are set, the broker is away, or it is not heard. */
final class MemberTimeTest {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private final FakeTransport bus = new FakeTransport();
  private final List<String> told = new ArrayList<>();
  private long nowMs = 1_750_000_000_000L;

  /** After the wall clock was set back there were no heartbeats until it had caught up. */
  @Test
  void heartbeatsGoOnThoughTheCallersClockIsSetBack() {
    Member member = member(new SenderIdentity("invoker0", nowMs), Map.of());
    FakeTransport.Reader log = bus.reader("aquatope-log", member::receive);
    pass(60, member, log);
    assertThat(heartbeats()).isEqualTo(30);

    nowMs -= HOUR;
    pass(600, member, log);

    assertThat(heartbeats()).isBetween(328L, 331L);
    assertThat(member.isConnected(nowMs)).isTrue();
  }

  /** The invoker counted as connected, and went on to try candidates. */
  @Test
  void withoutABrokerAnInvokerIsNotConnectedThoughTheCallersClockIsSetBack() {
    Member member = member(new SenderIdentity("invoker0", nowMs), Map.of());
    FakeTransport.Reader log = bus.reader("aquatope-log", member::receive);
    pass(60, member, log);
    bus.away(true);
    nowMs -= HOUR;
    pass(10, member, log);

    assertThat(member.isConnected(nowMs)).isFalse();
  }

  @Test
  void anInvokerThatIsNotHeardSaysSoOnceAndSaysWhenItIsHeardAgain() {
    Member member = member(new SenderIdentity("invoker0", nowMs), Map.of());
    FakeTransport.Reader log = bus.reader("aquatope-log", member::receive);
    pass(60, member, log);
    assertThat(told).containsExactly("invokers that take part: [invoker0]");
    told.clear();

    bus.away(true);
    pass(600, member, log);
    bus.away(false);
    pass(60, member, log);

    assertThat(told)
        .containsExactly(
            "warning: this invoker has not received its own messages from the log for more than 8"
                + " s: limits do not change, and no round tries others",
            "this invoker receives its own messages from the log again");
  }

  @Test
  void anInvokerThatWasNeverHeardSaysSo() {
    Member member = member(new SenderIdentity("invoker0", nowMs), Map.of());
    bus.away(true);
    pass(60, member, bus.reader("aquatope-log", member::receive));

    assertThat(told).hasSize(1).first().asString().startsWith("warning: this invoker has not");
  }

  /** All its messages were passed over, and yet it counted as connected. */
  @Test
  void anInvokerWhoseMessagesArePassedOverDoesNotCountAsConnected() {
    SenderIdentity me = new SenderIdentity("invoker0", nowMs, 7);
    Member member = member(me, Map.of());
    FakeTransport.Reader log = bus.reader("aquatope-log", member::receive);
    // Its messages were all there before: another process sends under the same name and start.
    bus.topic("aquatope-log")
        .add(
            String.format(
                    Locale.ROOT,
                    """
                    {"v":1,"from":"invoker0","boot":%d,"incarnation":7,"seq":1000000,"records":[]}\
                    """,
                    nowMs)
                .getBytes(UTF_8));
    pass(60, member, log);

    assertThat(member.isConnected(nowMs)).isFalse();
    assertThat(told).anyMatch(line -> line.startsWith("warning: this invoker has not"));
  }

  /** An invoker that had started with its clock days ahead was mute after its next start. */
  @Test
  void anInvokerIsHeardAfterARestartWithAnEarlierClock() {
    Member ahead = member(new SenderIdentity("invoker0", nowMs + 30 * DAY, 1), Map.of());
    pass(60, ahead, bus.reader("aquatope-log", ahead::receive));
    Member restarted = member(new SenderIdentity("invoker0", nowMs, 2), Map.of());
    pass(20, restarted, bus.reader("aquatope-log", restarted::receive));

    assertThat(restarted.isConnected(nowMs)).isTrue();
    assertThat(told).noneMatch(line -> line.startsWith("warning"));
  }

  @Test
  void aHeartbeatThatIsShorterThanABatchLosesNoConnection() {
    Member member =
        member(
            new SenderIdentity("invoker0", nowMs),
            Map.of(
                "whisk.aquatope.hub.heartbeat", "10 ms",
                "whisk.aquatope.hub.batch-interval", "1 s"));
    FakeTransport.Reader log = bus.reader("aquatope-log", member::receive);
    for (int second = 0; second < 60; second++) {
      pass(1, member, log);
      assertThat(second < 2 || member.isConnected(nowMs)).isTrue();
    }
  }

  /** Names of controllers come with activations. */
  @Test
  void outboxesOfControllersAreBoundedAndWhatIsReleasedIsCounted() {
    Member member = member(new SenderIdentity("invoker0", nowMs), Map.of());
    for (int controller = 0; controller < 1_000; controller++) {
      member.observed(
          "controller" + controller,
          new StageReport(
              "a",
              "guest",
              "t",
              "guest/cart",
              new StageExecution(500, 256, 70, 7, 0.4, true, false, true)));
    }

    assertThat(member.dropped()).isEqualTo(1_000 - ControllerOutboxes.MOST);
    member.tick(nowMs);
    assertThat(bus.topic("aquatope-observations-controller999")).hasSize(1);
    assertThat(bus.topic("aquatope-observations-controller0")).isEmpty();
  }

  private Member member(SenderIdentity me, Map<String, String> keys) {
    var config =
        ConfigFactory.parseMap(keys).withFallback(ConfigFactory.parseResources("reference.conf"));
    ExchangeEvents events =
        new ExchangeEvents() {
          @Override
          public void told(String line) {
            told.add(line);
          }

          @Override
          public void warned(String line) {
            told.add("warning: " + line);
          }
        };
    CpuPort none =
        new CpuPort() {
          @Override
          public void decide(String action, int milliCores) {}

          @Override
          public void withdraw(String action) {}
        };
    return new Member(
        me,
        bus,
        HubSettings.of(config),
        TuneSettings.of(config),
        none,
        MemoryPort.NONE,
        events,
        LogListener.NONE);
  }

  private void pass(int seconds, Member member, FakeTransport.Reader log) {
    for (int i = 0; i < seconds; i++) {
      log.catchUp(nowMs);
      member.decide(nowMs);
      member.tick(nowMs);
      nowMs += 1_000;
    }
  }

  private long heartbeats() {
    return bus.topic("aquatope-log").stream()
        .filter(message -> new String(message, UTF_8).contains("\"type\":\"heartbeat\""))
        .count();
  }
}
