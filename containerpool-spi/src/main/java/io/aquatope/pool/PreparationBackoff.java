/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Back-off of preparation for functions whose prepared containers were lost. After the n-th loss in
 * a row, nothing is prepared for the function for {@code min(first · 2^(n-1), longest)}. A prepared
 * container that is used successfully ends the row. The back-off applies to every policy. A
 * function that breaks its prepared containers thus costs the invoker less and less, and its calls
 * nothing: they start as if nothing had been prepared.
 */
public final class PreparationBackoff {

  private static final long FIRST_MICROS = 1_000_000;
  private static final long LONGEST_MICROS = 600_000_000;

  /**
   * Far more functions than an invoker can prepare and lose before it tries the first one again.
   */
  private static final int MOST_FUNCTIONS = 10_000;

  /** In the order of the last loss. */
  private final Map<FunctionId, Losses> losses = new LinkedHashMap<>();

  private final Runnable forgotten;

  /** Does not report functions that are forgotten. */
  public PreparationBackoff() {
    this(() -> {});
  }

  /**
   * Starts without losses.
   *
   * @param forgotten runs for each function that is forgotten early, because others need its place
   */
  public PreparationBackoff(Runnable forgotten) {
    this.forgotten = forgotten;
  }

  /** A container prepared for the function, or being prepared, has been lost. */
  public void lost(FunctionId function, long nowMicros) {
    Losses row = losses.remove(function);
    losses.put(
        function,
        row != null && nowMicros < row.forgottenAtMicros()
            ? row.next(nowMicros)
            : Losses.first(nowMicros));
    Iterator<Losses> oldest = losses.values().iterator();
    while (oldest.hasNext()) {
      boolean isOver = oldest.next().forgottenAtMicros() <= nowMicros;
      if (!isOver && losses.size() <= MOST_FUNCTIONS) {
        return;
      }
      oldest.remove();
      if (!isOver) {
        forgotten.run();
      }
    }
  }

  /** A container prepared for the function has been used successfully. */
  public void worked(FunctionId function) {
    losses.remove(function);
  }

  /** Whether nothing must be prepared for the function now. */
  public boolean holds(FunctionId function, long nowMicros) {
    Losses row = losses.get(function);
    return row != null && nowMicros < row.untilMicros;
  }

  /** Number of functions whose losses still count. */
  int functions() {
    return losses.size();
  }

  /** Back-off after losses in a row: its length after the last loss, and its end. */
  private record Losses(long delayMicros, long untilMicros) {

    static Losses first(long nowMicros) {
      return new Losses(FIRST_MICROS, nowMicros + FIRST_MICROS);
    }

    Losses next(long nowMicros) {
      long delay = Math.min(2 * delayMicros, LONGEST_MICROS);
      return new Losses(delay, nowMicros + delay);
    }

    long forgottenAtMicros() {
      return untilMicros + LONGEST_MICROS;
    }
  }
}
