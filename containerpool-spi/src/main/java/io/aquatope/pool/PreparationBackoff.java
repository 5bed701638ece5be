/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which functions are not to be prepared for a while, because containers prepared for them were
 * lost: after the n-th loss in a row for {@code min(first · 2^(n-1), longest)}. One that is used
 * and works ends the row. Whatever the policy, so that a function that breaks its prepared
 * containers costs the invoker less and less, and its calls nothing: they start as if nothing had
 * been prepared.
 */
public final class PreparationBackoff {

  private static final long FIRST_MICROS = 1_000_000;
  private static final long LONGEST_MICROS = 600_000_000;

  /** Far more than an invoker can prepare and lose before the first of them is tried again. */
  private static final int MOST_FUNCTIONS = 10_000;

  /** In the order of the last loss. */
  private final Map<FunctionId, Losses> losses = new LinkedHashMap<>();

  private final Runnable forgotten;

  /** Forgets without a word. */
  public PreparationBackoff() {
    this(() -> {});
  }

  /**
   * Remembers no losses.
   *
   * @param forgotten is run for each function that is forgotten for others, before its time
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

  /** A container prepared for the function has been used, and worked. */
  public void worked(FunctionId function) {
    losses.remove(function);
  }

  /** Whether none is to be prepared for the function now. */
  public boolean holds(FunctionId function, long nowMicros) {
    Losses row = losses.get(function);
    return row != null && nowMicros < row.untilMicros;
  }

  /** How many functions have had losses that still count. */
  int functions() {
    return losses.size();
  }

  /** Losses in a row: how long the last one counts, and until when. */
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
