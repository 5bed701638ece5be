/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.PoolPolicy;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.ExecutionContexts;
import org.apache.pekko.testkit.ExplicitlyTriggeredScheduler;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.concurrent.duration.Duration;

/** An alarm whose time passes as the tests say. */
final class WakeUpTimerTest {

  private static final long SECOND = 1_000_000;
  private static final long DAY = 86_400 * SECOND;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ActorSystem system;

  private long nowMicros;
  private final TestKit actor = new TestKit(system);
  private final ExplicitlyTriggeredScheduler scheduler =
      new ExplicitlyTriggeredScheduler(system.settings().config(), system.log(), Thread::new);
  private final WakeUpTimer alarm =
      new WakeUpTimer(
          scheduler,
          ExecutionContexts.fromExecutor(Runnable::run),
          actor.getRef(),
          "ring",
          () -> nowMicros);

  @BeforeAll
  static void startActors() {
    system = ActorSystem.create("AlarmTest");
  }

  @AfterAll
  static void stopActors() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void goesOffWhenItsTimeHasCome() {
    alarm.set(3 * SECOND);

    assertThat(ringsAfter(2 * SECOND)).isFalse();
    assertThat(ringsAfter(SECOND)).isTrue();
  }

  @Test
  void anotherTimeTakesThePlaceOfTheFirst() {
    alarm.set(3 * SECOND);
    alarm.set(5 * SECOND);

    assertThat(ringsAfter(4 * SECOND)).isFalse();
    assertThat(ringsAfter(SECOND)).isTrue();
  }

  @Test
  void canBeSetToTheSameTimeAgainOnceItWentOff() {
    alarm.set(3 * SECOND);
    assertThat(ringsAfter(3 * SECOND)).isTrue();

    alarm.wentOff();
    alarm.set(3 * SECOND);

    assertThat(ringsAfter(SECOND)).isTrue();
  }

  @Test
  void aTimeThatHasPassedIsNow() {
    ringsAfter(10 * SECOND);
    alarm.set(SECOND);

    assertThat(ringsAfter(1)).isTrue();
  }

  @Test
  void aTimeTooFarForATimerIsApproachedInDays() {
    alarm.set(40 * DAY);

    assertThat(ringsAfter(DAY - SECOND)).isFalse();
    assertThat(ringsAfter(SECOND)).as("early, to be set again").isTrue();
  }

  @Test
  void neverTurnsItOff() {
    alarm.set(3 * SECOND);
    alarm.set(PoolPolicy.NEVER);

    assertThat(ringsAfter(4 * SECOND)).isFalse();
  }

  private boolean ringsAfter(long micros) {
    nowMicros += micros;
    scheduler.timePasses(Duration.create(micros, TimeUnit.MICROSECONDS));
    boolean rang = actor.msgAvailable();
    if (rang) {
      actor.expectMsg("ring");
    }
    return rang;
  }
}
