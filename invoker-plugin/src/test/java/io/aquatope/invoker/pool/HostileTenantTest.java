/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.aquatope.invoker.pool.SimulatedWhiskInvoker.Outcome;
import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.policy.FallbackPolicy;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;
import spray.json.JsArray;
import spray.json.JsNumber;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * One tenant does what tenants can do, at random, to an invoker that others use; {@code
 * -Dseed=NUMBER} repeats a run.
 */
final class HostileTenantTest {

  private static final int EVENTS = 10_000;
  private static final int VICTIMS = 3;
  private static final int FUNCTIONS = 5;
  private static final long HELD_BYTES = 1L << 20;
  private static final long PLENTY_MB = 1_000_000;
  private static final String HOSTILE = "hostile";

  private final long seed = Long.getLong("seed", new SplittableRandom().nextLong());

  /** What became of the activations of the others. */
  private record Placed(
      Map<String, SimulatedWhiskInvoker.Started> started, int impossible, int prepared) {

    /**
     * When each was given to a container. The kind of its start is left out: whether a container
     * was prepared in time depends on when the garbage collector lets go of identities.
     */
    Map<String, Long> times() {
      return Maps.transformValues(started, SimulatedWhiskInvoker.Started::atMillis);
    }
  }

  @Test
  void nobodyElseNoticesAHostileTenantWhereMemorySuffices() {
    Placed alone = run(PLENTY_MB, false);
    Placed beside = run(PLENTY_MB, true);

    assertThat(beside.times()).as("seed %s", seed).isEqualTo(alone.times());
    assertThat(beside.impossible).as("preparations that were impossible").isPositive();
    assertThat(beside.prepared).isGreaterThan(alone.prepared);
  }

  @Test
  void nothingIsLostOrDoneTwiceWhereItDoesNot() {
    run(2_048, true);
  }

  private Placed run(long memoryMb, boolean withHostile) {
    System.out.printf("HostileTenantTest: -Dseed=%d (%d MB)%n", seed, memoryMb);
    SplittableRandom time = new SplittableRandom(seed);
    SplittableRandom calls = new SplittableRandom(seed + 1);
    SplittableRandom evil = new SplittableRandom(seed + 2);
    PreparesWhatRan policy = new PreparesWhatRan();
    List<Throwable> policyFailures = new ArrayList<>();
    try (SimulatedWhiskInvoker invoker =
        new SimulatedWhiskInvoker(
            memoryMb,
            HELD_BYTES,
            new FallbackPolicy(
                policy,
                PolicyRegistry.standard().parse("openwhisk").create(PolicySettings.DEFAULT),
                policyFailures::add),
            this::outcome)) {
      for (int i = 0; i < EVENTS; i++) {
        invoker.advance(time.nextInt(1, 50));
        String victim = "victim" + calls.nextInt(VICTIMS);
        String name = "f" + calls.nextInt(FUNCTIONS);
        if (calls.nextInt(4) == 0) {
          invoker.submit(modest(name).run(victim, victim + "-" + i));
          assertThat(invoker.functions.latest(victim, "guest/" + name))
              .as("can be prepared; seed %s", seed)
              .isPresent();
        } else if (withHostile) {
          invoker.submit(hostile(evil).run(HOSTILE, HOSTILE + "-" + i));
          if (evil.nextInt(1_000) == 0) {
            System.gc(); // identities that nobody holds go only then
          }
        }
        assertThat(invoker.functions.heldBytes()).isLessThanOrEqualTo(HELD_BYTES);
        assertThat(policy.usedMb()).as("seed %s", seed).isEqualTo(invoker.accountedMb());
        assertThat(policy.usedMb()).isLessThanOrEqualTo(memoryMb);
      }
      // Only the others' are let go by time; those of the others are all there.
      for (int v = 0; v < VICTIMS; v++) {
        for (int f = 0; f < FUNCTIONS; f++) {
          assertThat(invoker.functions.latest("victim" + v, "guest/f" + f)).isPresent();
        }
      }
      policy.stop();
      for (int i = 0; i < 10_000 && !invoker.ended.equals(invoker.submitted); i++) {
        invoker.advance(100);
      }
      invoker.advance(60_000);
      assertThat(invoker.ended).as("seed %s", seed).isEqualTo(invoker.submitted);
      assertThat(invoker.credits).as("seed %s", seed).isEqualTo(invoker.submitted.size());
      assertThat(policy.usedMb()).as("nothing runs any more").isZero();
      assertThat(invoker.failures).isEmpty();
      assertThat(policyFailures).isEmpty();
      Map<String, SimulatedWhiskInvoker.Started> victims = new LinkedHashMap<>(invoker.started);
      victims.keySet().removeIf(id -> id.startsWith(HOSTILE));
      return new Placed(victims, invoker.impossible, invoker.prepared);
    }
  }

  /** Containers of others work; what they do does not depend on the hostile tenant's luck. */
  private Outcome outcome(String tenant, String what) {
    if (!tenant.equals(HOSTILE)) {
      return Outcome.WELL;
    }
    return switch (new SplittableRandom(seed + what.hashCode()).nextInt(8)) {
      case 0 -> Outcome.FAILS;
      case 1 -> Outcome.HANDS_BACK;
      case 2 -> Outcome.DIES;
      default -> Outcome.WELL;
    };
  }

  private static Actions modest(String name) {
    return Actions.named(name).withCode("c".repeat(10_000)).withoutKey();
  }

  /** Updates, recreations at the same revision, huge code and parameters, init-time parameters. */
  private static Actions hostile(SplittableRandom random) {
    Actions action = Actions.named("h" + random.nextInt(20));
    if (random.nextBoolean()) {
      action = action.withRevision("r" + random.nextInt(1_000));
    }
    if (random.nextInt(4) == 0) {
      action = action.withCode("c".repeat(random.nextInt(1, 200_000)));
    }
    if (random.nextInt(3) == 0) {
      action = action.withParameter("p", value(random));
    }
    if (random.nextInt(3) == 0) {
      action = action.withInitArgs("secret");
    }
    return random.nextBoolean() ? action.withoutKey() : action;
  }

  private static JsValue value(SplittableRandom random) {
    int size = random.nextInt(1, 4_000);
    JsValue element =
        switch (random.nextInt(4)) {
          case 0 -> new JsString("x".repeat(random.nextInt(50)));
          case 1 -> JsNumber.apply(random.nextLong());
          case 2 -> JsArray.empty();
          default -> JsArray.apply(JavaConverters.asScalaBuffer(List.of(new JsString("y"))));
        };
    List<JsValue> elements = new ArrayList<>(java.util.Collections.nCopies(size, element));
    return JsArray.apply(JavaConverters.asScalaBuffer(elements));
  }

  /**
   * Has a container prepared for each function that ran lately, whether it is still held or not.
   */
  private static final class PreparesWhatRan implements PoolPolicy {

    private static final long LATELY_MICROS = 4_000_000;
    private static final long PLAN_MICROS = 300_000;

    private final Map<FunctionId, Long> lastRun = new LinkedHashMap<>();
    private final Map<FunctionId, FunctionSpec> specs = new LinkedHashMap<>();
    private @Nullable PoolView pool;
    private boolean stopped;

    void stop() {
      stopped = true;
    }

    long usedMb() {
      return pool == null ? 0 : pool.usedMb();
    }

    @Override
    public void attached(PoolView view) {
      pool = view;
    }

    @Override
    public void arrived(Activation activation, long nowMicros) {
      FunctionSpec function = activation.function();
      lastRun.put(function.id(), nowMicros);
      specs.put(function.id(), function);
    }

    @Override
    public void started(FunctionSpec function, StartKind start, long nowMicros) {
      lastRun.put(function.id(), nowMicros);
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return stopped ? 0 : 2_000_000;
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      return nowMicros + PLAN_MICROS;
    }

    @Override
    public List<PoolAction> plan(long nowMicros) {
      lastRun.values().removeIf(at -> at < nowMicros - LATELY_MICROS);
      specs.keySet().retainAll(lastRun.keySet());
      List<PoolAction> actions = new ArrayList<>();
      for (FunctionSpec function : specs.values()) {
        FunctionCount count = requireNonNull(pool).count(function.id());
        if (!stopped && count.idle() + count.prepared() + count.preparing() == 0) {
          actions.add(new PoolAction.Prepare(function, 1));
        }
      }
      return actions;
    }
  }
}
