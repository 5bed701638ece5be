/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * A task of a schedule. Schedules end for good with the first exception of their task, so none gets
 * out of here, nor one of its report: only {@linkplain FatalErrors fatal errors} do, after they
 * were reported.
 */
public final class GuardedTask implements Runnable {

  /** A log or a counter of failures. */
  @FunctionalInterface
  public interface Report {

    /** Takes note of a failure. */
    void failed(Throwable failure);
  }

  private final Runnable task;
  private final Report report;

  /**
   * @param report takes each failure
   */
  public GuardedTask(Runnable task, Report report) {
    this.task = task;
    this.report = report;
  }

  @Override
  public void run() {
    try {
      task.run();
    } catch (Throwable e) {
      report(e);
      FatalErrors.rethrow(e);
    }
  }

  /** A log that fails as well changes nothing. */
  private void report(Throwable failure) {
    try {
      report.failed(failure);
    } catch (Throwable e) {
      failure.addSuppressed(e);
    }
  }
}
