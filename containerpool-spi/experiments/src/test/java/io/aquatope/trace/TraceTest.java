/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TraceTest {

  private static Trace.Builder builder() {
    FunctionSpec spec = new FunctionSpec(new FunctionId("guest", "f", ""), "nodejs:20", 256, 1);
    return new Trace.Builder(
        "test",
        Instant.EPOCH,
        List.of(new TraceFunction(spec, "app", TriggerKind.HTTP, OptionalLong.empty())));
  }

  @Property
  void activationsThatArriveByThemselvesAreInOrderOfTimeAndThenOfAdding(
      @ForAll List<@LongRange(min = 0, max = 30_000_000_000L) Long> times) {
    Trace.Builder builder = builder();
    for (int i = 0; i < times.size(); i++) {
      builder.add(0, times.get(i), i);
    }

    Trace trace = builder.build(1);

    List<Integer> expected =
        IntStream.range(0, times.size()).boxed().sorted(Comparator.comparing(times::get)).toList();
    assertThat(IntStream.range(0, trace.size()).mapToLong(trace::runMicros))
        .containsExactlyElementsOf(expected.stream().map(Integer::longValue).toList());
  }

  @Test
  void followersStandBehindAndPointToTheirCause() {
    Trace.Builder builder = builder();
    int late = builder.add(0, 100, 1);
    int follower = builder.addFollower(0, late, 5, 2);
    builder.add(0, 50, 3);
    builder.addFollower(0, follower, 7, 4);

    Trace trace = builder.build(200);

    assertThat(IntStream.range(0, 4).mapToLong(trace::runMicros)).containsExactly(3L, 1L, 2L, 4L);
    assertThat(IntStream.range(0, 4).map(trace::cause))
        .containsExactly(Trace.NO_CAUSE, Trace.NO_CAUSE, 1, 2);
  }

  @Test
  void aBuilderBuildsOnce() {
    Trace.Builder builder = builder();
    builder.build(1);

    assertThatThrownBy(() -> builder.add(0, 0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.build(1)).isInstanceOf(IllegalStateException.class);
  }
}
