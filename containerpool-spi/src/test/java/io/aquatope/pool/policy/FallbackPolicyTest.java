/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ScriptedPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway") // nonsense on purpose
final class FallbackPolicyTest {

  private static final FunctionSpec FUNCTION =
      new FunctionSpec(new FunctionId("guest", "guest/f", "1"), "python:3", 256, 1);

  private final List<Throwable> failures = new ArrayList<>();

  @Test
  void aPolicyThatWorksIsAskedAlone() {
    FallbackPolicy policy = new FallbackPolicy(new Keep(7), new Keep(600), failures::add);

    assertThat(policy.keepAliveMicros(new Idle(), 0)).isEqualTo(7);
    assertThat(policy.evictionRank(new Idle(), 0)).isEqualTo(7);
    assertThat(failures).isEmpty();
  }

  @Test
  void whereThePolicyFailsTheOtherOneAnswersAndEachFailureIsReported() {
    FallbackPolicy policy = new FallbackPolicy(new Broken(), new Keep(600), failures::add);

    policy.arrived(new Call(FUNCTION, 1), 0);
    policy.started(FUNCTION, StartKind.COLD, 0);

    assertThat(policy.keepAliveMicros(new Idle(), 0)).isEqualTo(600);
    assertThat(policy.nextPlanMicros(0)).isEqualTo(PoolPolicy.NEVER);
    assertThat(failures)
        .extracting(Throwable::getMessage)
        .containsExactly("arrived", "keepAlive", "nextPlan");
  }

  @Test
  void theOtherPolicyHearsWhatHappens() {
    Keep fallback = new Keep(600);
    FallbackPolicy policy = new FallbackPolicy(new Broken(), fallback, failures::add);

    policy.arrived(new Call(FUNCTION, 1), 1);
    policy.started(FUNCTION, StartKind.WARM, 2);
    policy.ended(new Call(FUNCTION, 1), 3);
    policy.completed(FUNCTION, 3);

    assertThat(fallback.heard).containsExactly("arrived", "started", "ended", "completed");
  }

  /** They ended the pool's actor, and with Pekko's default settings the process. */
  @Test
  void errorsThatEndWithTheCallAreFailuresToo() {
    for (Error error :
        List.of(
            new NoSuchMethodError("m"),
            new NoClassDefFoundError("c"),
            new ExceptionInInitializerError("i"),
            new StackOverflowError(),
            new AssertionError("a"))) {
      FallbackPolicy policy = new FallbackPolicy(new Fails(error), new Keep(600), failures::add);

      policy.completed(FUNCTION, 1);

      assertThat(policy.keepAliveMicros(new Idle(), 0)).isEqualTo(600);
      assertThat(failures).containsExactly(error, error);
      failures.clear();
    }
  }

  @Test
  void errorsThatNoVirtualMachineSurvivesGoOn() {
    for (Error error : List.of(new OutOfMemoryError("heap"), new InternalError("vm"))) {
      FallbackPolicy policy = new FallbackPolicy(new Fails(error), new Keep(600), failures::add);

      assertThatThrownBy(() -> policy.keepAliveMicros(new Idle(), 0)).isSameAs(error);
      assertThatThrownBy(() -> policy.completed(FUNCTION, 1)).isSameAs(error);
    }
  }

  static Stream<Answers> nonsense() {
    StemCell none = new StemCell("python:3", 0);
    StemCell cell = new StemCell("python:3", 256);
    return Stream.concat(
        Stream.of(Double.NaN, -Double.NaN).map(rank -> new Answers(rank, 10, List.of())),
        Stream.concat(
            Stream.of(7L, 6L, 0L, Long.MIN_VALUE).map(plan -> new Answers(1, plan, List.of())),
            Stream.of(
                    null,
                    new PoolAction.StartStemCells(cell, -1),
                    new PoolAction.StartStemCells(none, 1),
                    new PoolAction.StartStemCells(null, 1),
                    new PoolAction.TopUpStemCells(cell, Integer.MIN_VALUE),
                    new PoolAction.ExpireStemCells(cell, 0, -1),
                    new PoolAction.Prepare(FUNCTION, -1),
                    new PoolAction.Prepare(null, 1),
                    new PoolAction.Prepare(FUNCTION, null, 1),
                    new PoolAction.Release(FUNCTION, -1),
                    new PoolAction.Release(null, 1),
                    new PoolAction.Rerank(FUNCTION, List.of(1.0, Double.NaN)))
                .map(
                    bad ->
                        new Answers(
                            1, 10, Arrays.asList(new PoolAction.Release(FUNCTION, 1), bad)))));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void anAnswerThatMakesNoSenseIsAFailure(Answers answers) {
    FallbackPolicy policy = new FallbackPolicy(answers, new Keep(600), failures::add);
    Call call = new Call(FUNCTION, 1);

    double rank = policy.evictionRank(new Idle(), 7);
    long next = policy.nextPlanMicros(7);
    List<List<PoolAction>> actions =
        List.of(
            policy.initially(7),
            policy.plan(7),
            policy.followUp(call, StartKind.COLD, 7),
            policy.stemCellTaken(FUNCTION.stemCell(), 7),
            policy.backfill(7));

    assertThat(failures).isNotEmpty();
    assertThat(rank).isEqualTo(Double.isNaN(answers.rank.applyAsDouble(new Idle())) ? 600 : 1);
    assertThat(next).isEqualTo(answers.next <= 7 ? PoolPolicy.NEVER : 10);
    assertThat(actions).allMatch(List::isEmpty);
  }

  @Test
  void noListOfActionsIsAFailure() {
    FallbackPolicy policy =
        new FallbackPolicy(new Answers(1, 10, null), new Keep(600), failures::add);

    assertThat(policy.plan(7)).isEmpty();
    assertThat(failures).hasSize(1);
  }

  /** Fails at everything with the same error. */
  private record Fails(Error error) implements PoolPolicy {

    @Override
    public void completed(FunctionSpec function, long nowMicros) {
      throw error;
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      throw error;
    }
  }

  /** Answers always the same. */
  private static final class Answers extends ScriptedPolicy {

    private final long next;

    Answers(double rank, long next, List<PoolAction> actions) {
      this.next = next;
      this.rank = container -> rank;
      keepAliveMicros = 0;
      initially = actions;
      planned = actions;
      followUp = actions;
      stemCellTaken = actions;
      backfill = actions;
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      return next;
    }
  }

  private record Call(FunctionSpec function, long root) implements Activation {}

  private record Idle() implements IdleContainer {
    @Override
    public FunctionSpec function() {
      return FUNCTION;
    }

    @Override
    public boolean isPrepared() {
      return false;
    }

    @Override
    public long lastUsedMicros() {
      return 0;
    }
  }

  private static final class Keep implements PoolPolicy {

    final List<String> heard = new ArrayList<>();
    private final long keepAlive;

    Keep(long keepAlive) {
      this.keepAlive = keepAlive;
    }

    @Override
    public void arrived(Activation activation, long nowMicros) {
      heard.add("arrived");
    }

    @Override
    public void started(FunctionSpec function, StartKind start, long nowMicros) {
      heard.add("started");
    }

    @Override
    public void ended(Activation activation, long nowMicros) {
      heard.add("ended");
    }

    @Override
    public void completed(FunctionSpec function, long nowMicros) {
      heard.add("completed");
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return keepAlive;
    }

    @Override
    public double evictionRank(IdleContainer container, long nowMicros) {
      return keepAlive;
    }
  }

  private static final class Broken implements PoolPolicy {

    @Override
    public void arrived(Activation activation, long nowMicros) {
      throw new IllegalStateException("arrived");
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      throw new IllegalStateException("keepAlive");
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      throw new IllegalStateException("nextPlan");
    }
  }
}
