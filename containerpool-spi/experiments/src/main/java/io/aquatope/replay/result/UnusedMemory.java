/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Divides the memory that all invokers waste among the functions that it was held for, as {@link
 * MemoryMeter} adds it up. A container is unused from the order to prepare it until its first
 * activation, and while it is idle. Stem cells are held for no function.
 */
public final class UnusedMemory {

  private static final double MB_MICROS_PER_GB_SECOND = 1024e6;

  private static final int NO_FUNCTION = -1;

  private record Key(int invoker, long container) {}

  private static final class Held {
    private final int function;
    private final int memoryMb;
    private int running;
    private long sinceMicros;

    Held(int function, int memoryMb, long sinceMicros) {
      this.function = function;
      this.memoryMb = memoryMb;
      this.sinceMicros = sinceMicros;
    }
  }

  private final long endMicros;
  private final double[] mbMicros;
  private final Map<Key, Held> containers = new HashMap<>();

  public UnusedMemory(int functions, long endMicros) {
    this.endMicros = endMicros;
    this.mbMicros = new double[functions];
  }

  /** Records that a container is being prepared for a function. */
  public void prepare(int invoker, long container, int function, int memoryMb, long nowMicros) {
    containers.put(new Key(invoker, container), new Held(function, memoryMb, nowMicros));
  }

  /** Records that a stem cell is being started. */
  public void stemCell(int invoker, long container, int memoryMb, long nowMicros) {
    containers.put(new Key(invoker, container), new Held(NO_FUNCTION, memoryMb, nowMicros));
  }

  /** Records that a container was given an activation. */
  public void run(int invoker, long container, int function, int memoryMb, long nowMicros) {
    Held held =
        containers.compute(
            new Key(invoker, container),
            (key, before) ->
                before == null
                    ? new Held(function, memoryMb, nowMicros)
                    : before.function == NO_FUNCTION
                        ? new Held(function, before.memoryMb, nowMicros)
                        : before);
    if (held.running++ == 0) {
      charge(held, nowMicros);
    }
  }

  /** Records that an activation has ended in a container. */
  public void ended(int invoker, long container, long nowMicros) {
    Held held = containers.get(new Key(invoker, container));
    if (held != null && --held.running == 0) {
      held.sinceMicros = nowMicros;
    }
  }

  /** Records that an idle container was removed. */
  public void removed(int invoker, long container, long nowMicros) {
    Held held = containers.remove(new Key(invoker, container));
    if (held != null && held.function != NO_FUNCTION) {
      charge(held, nowMicros);
    }
  }

  /** GB-seconds by function, including those of containers that still exist at the end. */
  public double[] gbSeconds() {
    containers.values().stream()
        .filter(held -> held.running == 0 && held.function != NO_FUNCTION)
        .forEach(held -> charge(held, endMicros));
    return Arrays.stream(mbMicros).map(sum -> sum / MB_MICROS_PER_GB_SECOND).toArray();
  }

  private void charge(Held held, long untilMicros) {
    long from = Math.min(held.sinceMicros, endMicros);
    long until = Math.min(untilMicros, endMicros);
    mbMicros[held.function] += (double) held.memoryMb * (until - from);
    held.sinceMicros = until;
  }
}
