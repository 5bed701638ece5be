/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FallbackPolicyTest {

  private static final FunctionSpec FUNCTION =
      new FunctionSpec(new FunctionId("guest", "guest/f", "1"), "python:3", 256, 1);

  private final List<RuntimeException> failures = new ArrayList<>();

  @Test
  void aPolicyThatWorksIsAskedAlone() {
    FallbackPolicy policy = new FallbackPolicy(new Keep(7), new Keep(600), failures::add);

    assertThat(policy.keepAliveMicros(new Idle(), 0)).isEqualTo(7);
    assertThat(policy.evictionRank(new Idle(), 0)).isEqualTo(7);
    assertThat(failures).isEmpty();
  }

  @Test
  void whereThePolicyFailsTheOtherOneAnswersAndTheFirstFailureIsReported() {
    FallbackPolicy policy = new FallbackPolicy(new Broken(), new Keep(600), failures::add);

    policy.arrived(new Call(FUNCTION, 1), 0);
    policy.started(FUNCTION, StartKind.COLD, 0);

    assertThat(policy.keepAliveMicros(new Idle(), 0)).isEqualTo(600);
    assertThat(policy.nextPlanMicros(0)).isEqualTo(PoolPolicy.NEVER);
    assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("arrived");
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
