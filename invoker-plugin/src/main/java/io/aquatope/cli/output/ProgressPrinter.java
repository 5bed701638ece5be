/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Prints the progress of long work at intervals. Short work prints nothing. */
public final class ProgressPrinter implements IntConsumer {

  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final PrintWriter out;
  private final String what;
  private final int total;
  private long nextNanos = System.nanoTime() + INTERVAL_NANOS;

  public ProgressPrinter(PrintWriter out, String what, int total) {
    this.out = out;
    this.what = what;
    this.total = total;
  }

  @Override
  public void accept(int done) {
    long now = System.nanoTime();
    if (now - nextNanos >= 0) {
      nextNanos = now + INTERVAL_NANOS;
      out.printf(Locale.ROOT, "%s: %d %% of %,d activations%n", what, 100L * done / total, total);
      out.flush();
    }
  }
}
