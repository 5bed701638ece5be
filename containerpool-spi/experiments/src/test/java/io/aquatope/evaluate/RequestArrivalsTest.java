/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestArrivalsTest {

  private static final long HOUR = TimeUnit.HOURS.toMicros(1);

  private final Trace.Builder trace = new Trace.Builder("test", Instant.EPOCH);

  private void function(String name, TriggerKind trigger, int calls) {
    int index =
        trace.addFunction(
            new TraceFunction(
                new FunctionSpec(new FunctionId("guest", name, ""), "k", 128, 1),
                "app",
                trigger,
                OptionalLong.empty()));
    for (int i = 0; i < calls; i++) {
      trace.add(index, i * HOUR / calls, 0);
    }
  }

  private List<String> chosen(int workflows) {
    return RequestArrivals.choose(trace.build(HOUR), workflows).stream()
        .map(RequestArrivals::function)
        .toList();
  }

  @Test
  void spreadsOverTheSuitableFunctionsByTheirRate() {
    function("busiest", TriggerKind.HTTP, 10_000);
    function("d", TriggerKind.HTTP, 500);
    function("timer", TriggerKind.TIMER, 60);
    function("b", TriggerKind.QUEUE, 60);
    function("rare", TriggerKind.HTTP, 2);
    function("a", TriggerKind.HTTP, 40);
    function("c", TriggerKind.EVENT, 90);
    assertThat(chosen(2)).containsExactly("guest:b", "guest:d");
  }

  @Test
  void takesTheNearestInRateWhereSuitableOnesAreMissing() {
    function("rare", TriggerKind.HTTP, 10);
    function("rarest", TriggerKind.HTTP, 1);
    function("timer", TriggerKind.TIMER, 60);
    function("suitable", TriggerKind.HTTP, 60);
    assertThat(chosen(2)).containsExactly("guest:rare", "guest:suitable");
  }

  @Test
  void sharesFunctionsIfThereAreFewerThanWorkflows() {
    function("only", TriggerKind.TIMER, 60);
    assertThat(chosen(2)).containsExactly("guest:only", "guest:only");
  }

  @Test
  void refusesATraceWithoutCalls() {
    assertThatThrownBy(() -> chosen(1)).hasMessageContaining("test").hasMessageContaining("calls");
  }

  @Test
  void arrivesWhenTheFunctionIsCalled() {
    function("other", TriggerKind.HTTP, 1);
    function("f", TriggerKind.HTTP, 60);
    RequestArrivals arrivals = RequestArrivals.choose(trace.build(HOUR), 1).get(0);
    assertThat(arrivals.micros().length()).isEqualTo(60);
    assertThat(arrivals.micros().get(1)).isEqualTo(HOUR / 60);
    assertThat(arrivals.durationMicros()).isEqualTo(HOUR);
  }
}
