/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.HashMap;
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

  private final Map<FunctionId, Losses> losses = new HashMap<>();

  /** A container prepared for the function, or being prepared, has been lost. */
  public void lost(FunctionId function, long nowMicros) {
    losses.values().removeIf(old -> old.forgottenAtMicros() <= nowMicros);
    losses.merge(function, Losses.first(nowMicros), (row, one) -> row.next(nowMicros));
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
