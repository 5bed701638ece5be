/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerReserveTest {

  private static final FunctionSpec A = function("a", "1", 256, PreparationDepth.INITIALISED);
  private static final FunctionSpec B = function("b", "1", 256, PreparationDepth.INITIALISED);
  private static final long SECOND = 1_000_000;

  private final Scripted policy = new Scripted();
  private final List<String> orders = new ArrayList<>();
  private final ContainerReserve<String> reserve = reserve(512, policy);

  private ContainerReserve<String> reserve(long memoryMb, PoolPolicy chosen) {
    return new ContainerReserve<>(
        memoryMb,
        chosen,
        Duration.ofMinutes(10),
        new ContainerReserve.Port<>() {
          @Override
          public void prepare(FunctionSpec function, PreparationDepth depth) {
            orders.add("prepare " + function.id().action() + " " + depth);
          }

          @Override
          public void dismiss(String container) {
            orders.add("dismiss " + container);
          }
        });
  }

  @Test
  void preparesWhatThePolicyPlansWithinItsMemory() {
    plan(1, new PoolAction.Prepare(A, 3));

    assertThat(orders).containsExactly("prepare a INITIALISED", "prepare a INITIALISED");
    assertThat(policy.view.usedMb()).isEqualTo(512);
    assertThat(policy.view.count(A.id())).isEqualTo(new FunctionCount(0, 0, 0, 2));
  }

  @Test
  void goesNoDeeperThanTheFunctionAllows() {
    FunctionSpec created = function("c", "1", 128, PreparationDepth.CREATED);
    FunctionSpec none = function("n", "1", 128, PreparationDepth.STEM_CELL);

    plan(1, new PoolAction.Prepare(created, 1), new PoolAction.Prepare(none, 1));

    assertThat(orders).containsExactly("prepare c CREATED");
  }

  @Test
  void whatIsPreparedCanBeTakenOnce() {
    plan(1, new PoolAction.Prepare(A, 1));
    reserve.prepared(A, "a1", 2 * SECOND);

    assertThat(reserve.take(kept -> kept.function().equals(B))).isEmpty();
    assertThat(reserve.take(kept -> kept.function().equals(A)))
        .get()
        .extracting(ReserveEntry::container, ReserveEntry::isPrepared)
        .containsExactly("a1", true);
    assertThat(reserve.take(kept -> true)).isEmpty();
    assertThat(policy.view.usedMb()).isZero();
  }

  @Test
  void whatNobodyTakesGoesWhenItIsTooOld() {
    plan(1, new PoolAction.Prepare(A, 1));
    reserve.prepared(A, "a1", 2 * SECOND);

    reserve.tick(601 * SECOND);
    assertThat(orders).doesNotContain("dismiss a1");
    reserve.tick(602 * SECOND);

    assertThat(orders).contains("dismiss a1");
  }

  @Test
  void aReleasedContainerIsKeptForTheRestOfItsTime() {
    policy.keepAliveMicros = 60 * SECOND;

    assertThat(reserve.offer(released(A, "late", 0, 0), 70 * SECOND)).isFalse();
    assertThat(reserve.offer(released(A, "early", 0, 30 * SECOND), 70 * SECOND)).isTrue();
    reserve.tick(90 * SECOND);

    assertThat(orders).containsExactly("dismiss early");
  }

  @Test
  void aReleasedContainerIsNotKeptBeyondTheGreatestAge() {
    assertThat(reserve.offer(released(A, "old", 0, 599 * SECOND), 600 * SECOND)).isFalse();
  }

  @Test
  void oneWorthMoreTakesTheMemoryOfThoseWorthLess() {
    reserve.offer(released(A, "a1", 0, SECOND), 3 * SECOND);
    reserve.offer(released(A, "a2", 0, 2 * SECOND), 3 * SECOND);

    assertThat(reserve.offer(released(B, "b1", 0, 3 * SECOND), 3 * SECOND)).isTrue();
    assertThat(reserve.offer(released(B, "b0", 0, 0), 3 * SECOND)).isFalse();

    assertThat(orders).containsExactly("dismiss a1");
  }

  @Test
  void otherVersionsGoWhenOneIsInUse() {
    reserve.offer(released(A, "a1", 0, 0), SECOND);
    reserve.offer(released(B, "b1", 0, 0), SECOND);

    reserve.inUse(A.id());
    assertThat(orders).isEmpty();
    reserve.inUse(function("a", "2", 256, PreparationDepth.INITIALISED).id());

    assertThat(orders).containsExactly("dismiss a1");
  }

  @Test
  void theSameNameInAnotherNamespaceIsAnotherAction() {
    reserve.offer(released(A, "a1", 0, 0), SECOND);

    reserve.inUse(new FunctionId("tenant", "a", "2"));

    assertThat(orders).isEmpty();
  }

  @Test
  void aPreparationThatFailsIsNotTriedAgainForAWhile() {
    plan(1, new PoolAction.Prepare(A, 1));
    reserve.failed(A, SECOND);
    orders.clear();

    plan(1, new PoolAction.Prepare(A, 1));
    assertThat(orders).isEmpty();
    plan(3, new PoolAction.Prepare(A, 1));

    assertThat(orders).containsExactly("prepare a INITIALISED");
    assertThat(policy.heard).containsExactly("lost a");
  }

  @Test
  void aPreparedContainerThatWorksEndsTheRowOfLosses() {
    reserve.lost(A, SECOND);

    reserve.completed(A, StartKind.PREPARED, SECOND);
    plan(1, new PoolAction.Prepare(A, 1));

    assertThat(orders).containsExactly("prepare a INITIALISED");
  }

  @Test
  void letsGoWhatThePolicyNoLongerWants() {
    reserve.offer(released(A, "a1", 0, 0), SECOND);
    reserve.offer(released(B, "b1", 0, 0), SECOND);

    plan(1, new PoolAction.Release(A, 2));

    assertThat(orders).containsExactly("dismiss a1");
  }

  @Test
  void countsTheContainersInThePoolForThePolicyButNotTheirMemory() {
    reserve.inPool(A.id(), 0, 1);
    reserve.inPool(A.id(), 1, -1);
    plan(1);

    assertThat(policy.view.count(A.id())).isEqualTo(new FunctionCount(1, 0, 0, 0));
    assertThat(policy.view.usedMb()).isZero();
  }

  @Test
  void thePolicyHearsOfActivationsInThePool() {
    record Call(FunctionSpec function, long root) implements Activation {}

    reserve.began(new Call(A, 7), StartKind.COLD, SECOND);
    reserve.startTook(A, StartKind.COLD, 800, SECOND);
    reserve.completed(A, StartKind.COLD, 2 * SECOND);

    assertThat(policy.heard)
        .containsExactly("arrived a of 7", "started a COLD", "took a 800", "completed a");
  }

  /** Its first use of the pool was an exception, after which no other failure was reported. */
  @ParameterizedTest
  @ValueSource(
      strings = {"began", "startTook", "completed", "aborted", "offer", "lost", "failed", "tick"})
  void thePolicyKnowsItsPoolBeforeItHearsOfAnythingElse(String first) {
    record Call(FunctionSpec function, long root) implements Activation {}
    policy.planned = List.of(new PoolAction.Prepare(A, 1));

    switch (first) {
      case "began" -> reserve.began(new Call(A, 7), StartKind.COLD, SECOND);
      case "startTook" -> reserve.startTook(A, StartKind.COLD, 800, SECOND);
      case "completed" -> reserve.completed(A, StartKind.COLD, SECOND);
      case "aborted" -> reserve.aborted(A, SECOND);
      case "offer" -> reserve.offer(released(B, "b1", 0, SECOND), SECOND);
      case "lost" -> reserve.lost(B, SECOND);
      case "failed" -> reserve.failed(B, SECOND);
      default -> reserve.tick(SECOND);
    }

    assertThat(policy.calls.get(0)).isEqualTo("initially");
    assertThat(orders).as("what it wants at first is done").contains("prepare a INITIALISED");
    reserve.tick(2 * SECOND);
    assertThat(policy.calls).containsOnlyOnce("initially");
  }

  @Test
  void thePolicyHearsOfActivationsThatEndWithTheirContainer() {
    reserve.aborted(A, SECOND);

    assertThat(policy.heard).containsExactly("aborted a");
  }

  /**
   * Each offer asked for the ranks of all that are kept, under the lock, and while sorting again.
   */
  @Test
  void howOftenRanksAreAskedForDoesNotGrowWithOffersTimesContainers() {
    Scripted counting = new Scripted();
    ContainerReserve<String> large = reserve(256 * 500, counting);
    for (int i = 0; i < 500; i++) {
      large.offer(released(A, "a" + i, 0, 0), SECOND);
    }
    assertThat(counting.ranked).as("there is room").isZero();

    for (int i = 0; i < 10_000; i++) {
      large.offer(released(B, "b" + i, 0, 0), SECOND + i);
    }

    assertThat(counting.ranked).isLessThan(10_000 + 2 * 500);
  }

  @Test
  void whatIsNoLongerKnownGoes() {
    reserve.offer(released(A, "a1", 0, 0), SECOND);
    reserve.offer(released(B, "b1", 0, 0), SECOND);

    reserve.keepOnly(function -> function.equals(B.id()));

    assertThat(orders).containsExactly("dismiss a1");
  }

  @Test
  void keepsNothingOnceItIsClosed() {
    reserve.offer(released(A, "a1", 0, 0), SECOND);

    reserve.close();
    plan(1, new PoolAction.Prepare(A, 1));

    assertThat(reserve.offer(released(A, "a2", 0, 0), SECOND)).isFalse();
    assertThat(reserve.take(kept -> true)).isEmpty();
    assertThat(orders).as("the clean-up of all containers is under way").isEmpty();
  }

  private void plan(long second, PoolAction... actions) {
    policy.planned = List.of(actions);
    reserve.tick(second * SECOND);
  }

  private static ReserveEntry<String> released(
      FunctionSpec function, String name, long born, long used) {
    return new ReserveEntry<>(function, name, false, born, used);
  }

  private static FunctionSpec function(
      String action, String revision, int mb, PreparationDepth deepest) {
    return new FunctionSpec(new FunctionId("guest", action, revision), "python:3", mb, 1, deepest);
  }

  private static final class Scripted implements PoolPolicy {

    final List<String> heard = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    int ranked;
    List<PoolAction> planned = List.of();
    long keepAliveMicros = NEVER;
    PoolView view = new ReserveView(0);

    @Override
    public void arrived(Activation activation, long now) {
      calls.add("arrived");
      heard.add("arrived %s of %s".formatted(name(activation.function()), activation.root()));
    }

    @Override
    public void started(FunctionSpec function, StartKind start, long now) {
      heard.add("started %s %s".formatted(name(function), start));
    }

    @Override
    public void startTook(FunctionSpec function, StartKind start, long delay, long now) {
      calls.add("startTook");
      heard.add("took %s %s".formatted(name(function), delay));
    }

    @Override
    public void completed(FunctionSpec function, long now) {
      calls.add("completed");
      heard.add("completed " + name(function));
    }

    @Override
    public void aborted(FunctionSpec function, long now) {
      calls.add("aborted");
      heard.add("aborted " + name(function));
    }

    @Override
    public double evictionRank(IdleContainer container, long now) {
      ranked++;
      return container.lastUsedMicros();
    }

    @Override
    public void preparedLost(FunctionSpec function, long now) {
      calls.add("preparedLost");
      heard.add("lost " + name(function));
    }

    private static String name(FunctionSpec function) {
      return function.id().action();
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long now) {
      calls.add("keepAliveMicros");
      return keepAliveMicros;
    }

    @Override
    public void attached(PoolView pool) {
      view = pool;
    }

    @Override
    public List<PoolAction> initially(long now) {
      calls.add("initially");
      return plan(now);
    }

    @Override
    public long nextPlanMicros(long now) {
      return now;
    }

    @Override
    public List<PoolAction> plan(long now) {
      calls.add("plan");
      List<PoolAction> actions = planned;
      planned = List.of();
      return actions;
    }
  }
}
