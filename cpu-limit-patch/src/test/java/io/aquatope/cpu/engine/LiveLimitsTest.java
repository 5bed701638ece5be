/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.ScriptedEngine;
import io.aquatope.cpu.limit.ChangePace;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class LiveLimitsTest {

  private static final CpuLimit HALF = CpuLimit.parse("0.5");
  private static final CpuLimit ONE = CpuLimit.parse("1");

  private final ScriptedEngine engine = new ScriptedEngine();
  private final LiveLimits live =
      new LiveLimits(
          engine,
          new ChangePace(1000, Duration.ofMillis(1), Duration.ofMillis(20)),
          CpuEvents.NONE);

  @AfterEach
  void close() {
    engine.release();
    live.close();
  }

  @Test
  void setsALimit() throws Exception {
    live.created("c", Optional.empty());
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(live.of("c")).contains(HALF);
  }

  @Test
  void doesNotAskForWhatIsAlreadySo() throws Exception {
    live.created("c", Optional.of(HALF));
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void carriesOutOnlyTheNewestOfManyChanges() throws Exception {
    engine.hold();
    live.created("c", Optional.empty());
    CompletableFuture<ChangeResult> first = live.change("c", CpuLimit.parse("0.1"));
    engine.awaitCalls(1);
    for (int milli = 200; milli < 300; milli++) {
      var unused = live.change("c", new CpuLimit(milli));
    }
    CompletableFuture<ChangeResult> last = live.change("c", ONE);
    engine.release();

    last.get(10, SECONDS);
    first.get(10, SECONDS);
    assertThat(engine.calls()).containsExactly("c=0.1", "c=1");
  }

  @Test
  void returnsToWhatHoldsWhenAChangeThatWaitsIsTakenBack() throws Exception {
    engine.failNext(3);
    live.created("c", Optional.of(HALF));
    var unused = live.change("c", ONE);
    live.change("c", HALF).get(10, SECONDS);
    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(live.of("c")).contains(HALF);
  }

  @Test
  void triesAgainUntilTheEngineIsBack() throws Exception {
    engine.failNext(5);
    live.created("c", Optional.empty());
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
    assertThat(engine.calls()).hasSize(6);
    assertThat(live.isFailing()).isFalse();
  }

  @Test
  void aContainerThatHasGoneIsNoError() throws Exception {
    engine.answer("c", new ChangeResult.Gone());
    live.created("c", Optional.empty());
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Gone());
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Gone());
    assertThat(engine.calls()).hasSize(1);
  }

  @Test
  void leavesADestroyedContainerAlone() throws Exception {
    engine.failNext(Integer.MAX_VALUE);
    live.created("c", Optional.empty());
    CompletableFuture<ChangeResult> change = live.change("c", HALF);
    engine.awaitCalls(2);
    live.destroyed("c");
    assertThat(change.get(10, SECONDS)).isEqualTo(new ChangeResult.Gone());
    int calls = engine.calls().size();
    Thread.sleep(100);
    assertThat(engine.calls().size()).isBetween(calls, calls + 1);
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() throws Exception {
    engine.answer("c", new ChangeResult.Refused("no"));
    live.created("c", Optional.of(ONE));
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Refused("no"));
    assertThat(live.of("c")).contains(ONE);
    assertThat(engine.calls()).hasSize(1);
  }

  @Test
  void anUrgentChangeDoesNotQueueBehindOthers() throws Exception {
    engine.holdAllBut("urgent");
    for (int i = 0; i < 20; i++) {
      live.created("c" + i, Optional.empty());
      var unused = live.change("c" + i, HALF);
    }
    live.created("urgent", Optional.empty());
    assertThat(live.changeNow("urgent", ONE).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
  }

  @Test
  void keepsBelowTheRate() throws Exception {
    try (LiveLimits slow =
        new LiveLimits(
            engine,
            new ChangePace(50, Duration.ofMillis(1), Duration.ofMillis(20)),
            CpuEvents.NONE)) {
      long start = System.nanoTime();
      List<CompletableFuture<ChangeResult>> changes = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        slow.created("c" + i, Optional.empty());
        changes.add(slow.change("c" + i, HALF));
      }
      for (CompletableFuture<ChangeResult> change : changes) {
        change.get(10, SECONDS);
      }
      // 24 intervals of 20 ms; the first is free.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
    }
  }

  @Test
  void endsWithWhatWasWantedLastWhateverFailsOnTheWay() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    engine.failAtRandom(random.split(), 0.3);
    int containers = 8;
    for (int c = 0; c < containers; c++) {
      live.created("c" + c, Optional.empty());
    }
    CountDownLatch done = new CountDownLatch(containers);
    List<CpuLimit> last = new ArrayList<>();
    for (int c = 0; c < containers; c++) {
      last.add(new CpuLimit(1000 + c));
      SplittableRandom own = random.split();
      String name = "c" + c;
      CpuLimit end = last.get(c);
      new Thread(
              () -> {
                for (int i = 0; i < 200; i++) {
                  CpuLimit limit = new CpuLimit(own.nextInt(10, 500));
                  var unused =
                      own.nextInt(4) == 0 ? live.changeNow(name, limit) : live.change(name, limit);
                }
                var unused = live.change(name, end);
                done.countDown();
              })
          .start();
    }
    done.await();
    for (int c = 0; c < containers; c++) {
      live.change("c" + c, last.get(c)).get(10, SECONDS);
      assertThat(engine.limit("c" + c)).isEqualTo(last.get(c));
    }
    assertThat(engine.overlaps()).as("changes of one container at the same time").isZero();
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IOException("down"),
        new IllegalStateException("an answer that nobody foresaw"),
        new NumberFormatException("For input string: 100u"),
        new NoSuchMethodError("a library of another version"),
        new StackOverflowError(),
        new OutOfMemoryError("scripted"));
  }

  /** Otherwise the container would be busy for ever, and its limit never changed again. */
  @ParameterizedTest
  @MethodSource("failures")
  void whateverAnEngineThrowsIsTriedAgain(Throwable failure) throws Exception {
    engine.failWith(() -> failure);
    engine.failNext(3);
    live.created("c", Optional.empty());
    assertThat(live.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
    assertThat(live.change("c", ONE).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
    assertThat(engine.calls()).containsExactly("c=0.5", "c=0.5", "c=0.5", "c=0.5", "c=1");
    assertThat(live.isFailing()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverAnEngineThrowsForOneContainerDelaysNoOther(Throwable failure) throws Exception {
    engine.failWith(() -> failure);
    engine.failNext(1);
    live.created("c", Optional.empty());
    var unused = live.changeNow("c", HALF);
    for (int i = 0; i < 10; i++) {
      live.created("c" + i, Optional.empty());
      assertThat(live.changeNow("c" + i, HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
    }
  }

  /** A full disk under the log, for example. */
  @Test
  void aLogThatFailsStopsNothing() throws Exception {
    CpuEvents broken =
        new CpuEvents() {
          @Override
          public void changed(ChangeResult answer, Duration latency) {
            throw new IllegalStateException("no space left on device");
          }

          @Override
          public void changeFailed(String container, CpuLimit limit, Throwable cause) {
            throw new NoClassDefFoundError("log");
          }
        };
    try (LiveLimits told =
        new LiveLimits(
            engine, new ChangePace(1000, Duration.ofMillis(1), Duration.ofMillis(20)), broken)) {
      engine.failNext(2);
      told.created("c", Optional.empty());
      assertThat(told.change("c", HALF).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
      assertThat(told.change("c", ONE).get(10, SECONDS)).isEqualTo(new ChangeResult.Done());
      assertThat(engine.limit("c")).isEqualTo(ONE);
    }
  }

  @Test
  void aChangeAfterTheEndIsAnsweredAndThrowsNothing() {
    live.created("c", Optional.empty());
    live.close();
    assertThat(live.change("c", HALF))
        .isCompletedWithValue(new ChangeResult.Refused("the invoker is stopping"));
  }

  @Test
  void aNewContainerOfTheSameNameLeavesNobodyWaitingForTheOldOne() throws Exception {
    engine.hold();
    live.created("c", Optional.empty());
    CompletableFuture<ChangeResult> old = live.change("c", HALF);
    engine.awaitCalls(1);
    live.created("c", Optional.of(ONE));
    assertThat(old.get(10, SECONDS)).isEqualTo(new ChangeResult.Gone());
  }

  @Test
  void aLimitIsSettledOnlyWhileNothingElseIsWanted() throws Exception {
    live.created("c", Optional.of(ONE));
    AppliedLimit start = live.applied("c");
    assertThat(start.settled()).isTrue();
    assertThat(live.applied("c").heldSince(start)).isTrue();

    engine.hold();
    var unused = live.change("c", HALF);
    engine.awaitCalls(1);
    assertThat(live.applied("c").settled()).as("another is being set").isFalse();

    engine.release();
    live.change("c", ONE).get(10, SECONDS);
    AppliedLimit end = live.applied("c");
    assertThat(end.limit()).contains(ONE);
    assertThat(end.settled()).isTrue();
    assertThat(end.heldSince(start)).as("there was another in between").isFalse();
  }

  @Test
  void aLimitIsNotSettledAfterAnotherWasRefused() throws Exception {
    engine.answer("c", new ChangeResult.Refused("no"));
    live.created("c", Optional.of(ONE));
    AppliedLimit start = live.applied("c");
    live.change("c", HALF).get(10, SECONDS);
    assertThat(live.applied("c").limit()).contains(ONE);
    assertThat(live.applied("c").settled()).isFalse();
    assertThat(live.applied("c").heldSince(start)).isFalse();

    live.change("c", ONE).get(10, SECONDS);
    assertThat(live.applied("c").settled()).as("what holds is wanted again").isTrue();
  }

  /** A request that times out may have been carried out all the same. */
  @Test
  void aLimitThatTheEngineDidNotConfirmIsAskedForAgain() throws Exception {
    live.created("c", Optional.of(ONE));
    engine.failNext(1);
    engine.answer("c", new ChangeResult.Refused("no"));
    live.change("c", HALF).get(10, SECONDS);
    assertThat(live.applied("c").settled()).isFalse();

    engine.answer("c", new ChangeResult.Done());
    live.change("c", ONE).get(10, SECONDS);
    assertThat(engine.calls()).containsExactly("c=0.5", "c=0.5", "c=1");
    assertThat(live.applied("c").settled()).isTrue();
  }

  @Test
  void nothingIsSettledOfAContainerThatHasGone() {
    live.created("c", Optional.of(ONE));
    AppliedLimit start = live.applied("c");
    live.destroyed("c");
    assertThat(live.applied("c").heldSince(start)).isFalse();
    assertThat(live.applied("c").heldSince(live.applied("c"))).isFalse();
  }
}
