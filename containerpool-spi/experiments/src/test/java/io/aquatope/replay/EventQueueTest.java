/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.replay.EventQueue.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EventQueueTest {

  private static final List<Kind> KINDS = List.of(Kind.values());

  private record Event(long time, Kind kind, int invoker, long container, int activation) {}

  @Property
  void eventsLeaveByTimeThenKindThenOrderOfAdding(
      @ForAll List<@IntRange(min = 0, max = 30) Integer> times) {
    EventQueue queue = new EventQueue();
    List<Event> expected = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      Kind kind = KINDS.get((31 * i + times.get(i)) % KINDS.size());
      Event event = new Event(times.get(i), kind, i % 65_536, i, times.size() - i);
      expected.add(event);
      queue.add(event.time, kind, event.invoker, event.container, event.activation);
    }
    expected.sort(Comparator.comparingLong(Event::time).thenComparing(Event::kind));

    List<Event> actual = new ArrayList<>();
    while (!queue.isEmpty()) {
      assertThat(queue.headKind()).isEqualTo(expected.get(actual.size()).kind);
      assertThat(queue.headMicros()).isEqualTo(expected.get(actual.size()).time);
      queue.next();
      actual.add(
          new Event(
              queue.timeMicros(),
              queue.kind(),
              queue.invoker(),
              queue.container(),
              queue.activation()));
    }
    assertThat(actual).isEqualTo(expected);
  }
}
