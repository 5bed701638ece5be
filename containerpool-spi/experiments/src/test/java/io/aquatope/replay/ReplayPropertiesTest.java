/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.result.FunctionOutcome;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReplayPropertiesTest {

  private static final ColdStart CONSTANT = new ColdStart(808_000, 0.25, 0);

  private static ReplayResult replay(Trace trace, ReplayConfig config, String policy) {
    return new Replay(trace, config)
        .run(
            NamedPolicy.parse(policy, PolicyRegistry.standard()),
            PolicySettings.DEFAULT,
            ended -> {});
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of(
        "openwhisk", "openwhisk-reactive", "keep-alive:10s", "always-cold", "clairvoyant");
  }

  @Property(tries = 200)
  void everyActivationEndsOnceAndMemoryStaysWithinItsLimit(
      @ForAll long seed,
      @ForAll("policies") String policy,
      @ForAll @IntRange(min = 1, max = 5) int invokers,
      @ForAll @IntRange(min = 512, max = 2048) int memoryMb) {
    Trace trace = RandomTraces.of(seed, true);
    ReplayResult result =
        replay(trace, new ReplayConfig(memoryMb, invokers, ColdStart.DEFAULT, seed), policy);

    assertThat(result.starts().activations()).isEqualTo(trace.size());
    assertThat(result.starts().coldStarts())
        .isEqualTo(result.functions().stream().mapToInt(FunctionOutcome::coldStarts).sum())
        .isEqualTo(result.timeline().coldStarts().stream().mapToInt(Integer::intValue).sum());
    assertThat(result.memory().peakMb()).isLessThanOrEqualTo((long) memoryMb * invokers);
    assertThat(result.memory().wastedGbSeconds())
        .isBetween(0.0, result.memory().totalGbSeconds() + 1e-9)
        .isCloseTo(
            result.functions().stream().mapToDouble(FunctionOutcome::wastedGbSeconds).sum(),
            within(1e-6));
    assertThat(result.starts().coldStartSeconds())
        .isCloseTo(
            result.functions().stream().mapToDouble(FunctionOutcome::coldStartSeconds).sum(),
            within(1e-6));
  }

  @Property(tries = 50)
  void sameInputGivesTheSameResult(
      @ForAll long seed,
      @ForAll("policies") String policy,
      @ForAll @IntRange(min = 1, max = 5) int invokers) {
    Trace trace = RandomTraces.of(seed, true);
    ReplayConfig config = new ReplayConfig(1024, invokers, ColdStart.DEFAULT, seed);

    assertThat(replay(trace, config, policy))
        .usingRecursiveComparison()
        .ignoringFields("wallSeconds")
        .isEqualTo(replay(trace, config, policy));
  }

  @Property(tries = 100)
  void servingTakesTheTimeOfStartsAndRunsWhateverThePolicyKeeps(@ForAll long seed) {
    Trace shorter = RandomTraces.of(seed, false);
    ReplayResult result =
        replay(
            longEnough(shorter),
            new ReplayConfig(ReplayConfig.UNLIMITED, 1, CONSTANT, 0),
            "always-cold");
    double gbSeconds = 0;
    for (int i = 0; i < shorter.size(); i++) {
      double seconds = (shorter.runMicros(i) + 808_000) / 1e6;
      gbSeconds += seconds * shorter.functions().get(shorter.function(i)).spec().memoryMb() / 1024;
    }

    assertThat(result.memory().wastedGbSeconds()).isZero();
    assertThat(result.memory().totalGbSeconds()).isCloseTo(gbSeconds, within(1e-6));
  }

  private static Trace longEnough(Trace trace) {
    Trace.Builder copy = new Trace.Builder(trace.name(), trace.start(), trace.functions());
    for (int i = 0; i < trace.size(); i++) {
      copy.add(trace.function(i), trace.offsetMicros(i), trace.runMicros(i));
    }
    return copy.build(trace.durationMicros() + 10_000_000);
  }

  @Property(tries = 200)
  void fixedKeepAliveAgreesWithAnIndependentSimulation(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int keepAliveSeconds) {
    Trace trace = RandomTraces.of(seed, false);
    ReplayResult result =
        replay(
            trace,
            new ReplayConfig(ReplayConfig.UNLIMITED, 1, CONSTANT, 0),
            "keep-alive:" + keepAliveSeconds + "s");
    KeepAliveSimulation expected = new KeepAliveSimulation(trace, keepAliveSeconds * 1_000_000L);

    assertThat(result.starts().coldStarts()).isEqualTo(expected.coldStarts);
    assertThat(result.memory().wastedGbSeconds())
        .isCloseTo(expected.wastedMbMicros / 1024e6, within(1e-6));
  }

  @Property(tries = 200)
  void clairvoyantIsTheFloor(@ForAll long seed, @ForAll("policies") String other) {
    Trace trace = RandomTraces.of(seed, true);
    ReplayConfig config = new ReplayConfig(ReplayConfig.UNLIMITED, 1, CONSTANT, 0);
    ReplayResult floor = replay(trace, config, "clairvoyant");

    assertThat(floor.starts().coldStartSeconds()).isZero();
    assertThat(floor.rum()).isLessThanOrEqualTo(replay(trace, config, other).rum() + 1e-9);
  }

  /** Per function, a list of containers with the times from which they are free; no events. */
  private static final class KeepAliveSimulation {

    private int coldStarts;
    private double wastedMbMicros;

    KeepAliveSimulation(Trace trace, long keepAliveMicros) {
      List<Deque<Long>> free = new ArrayList<>();
      trace.functions().forEach(function -> free.add(new ArrayDeque<>()));
      List<long[]> busy = new ArrayList<>();
      for (int i = 0; i < trace.size(); i++) {
        long now = trace.offsetMicros(i);
        release(busy, free, now);
        Deque<Long> own = free.get(trace.function(i));
        int mb = trace.functions().get(trace.function(i)).spec().memoryMb();
        long end = now + trace.runMicros(i);
        if (own.isEmpty() || now - own.getLast() > keepAliveMicros) {
          coldStarts++;
          end += 808_000;
        } else {
          wastedMbMicros += (double) mb * (now - own.removeLast());
        }
        busy.add(new long[] {end, trace.function(i)});
      }
      release(busy, free, Long.MAX_VALUE);
      for (int f = 0; f < free.size(); f++) {
        int mb = trace.functions().get(f).spec().memoryMb();
        for (long since : free.get(f)) {
          long until = Math.min(trace.durationMicros(), since + keepAliveMicros);
          wastedMbMicros += (double) mb * Math.max(0, until - since);
        }
      }
    }

    /** Containers that were kept too long stay in the list, below the one that is used next. */
    private static void release(List<long[]> busy, List<Deque<Long>> free, long now) {
      busy.sort((a, b) -> Long.compare(a[0], b[0]));
      while (!busy.isEmpty() && busy.get(0)[0] <= now) {
        long[] ended = busy.remove(0);
        free.get((int) ended[1]).addLast(ended[0]);
      }
    }
  }
}
