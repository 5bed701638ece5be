/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * A task of a schedule. A schedule ends for good with the first exception of its task, so this
 * class catches all exceptions of the task and of its report. Only {@linkplain FatalErrors fatal
 * errors} pass, after they were reported.
 */
public final class GuardedTask implements Runnable {

  /** A log or a counter of failures. */
  @FunctionalInterface
  public interface Report {

    /** Records a failure. */
    void failed(Throwable failure);
  }

  private final Runnable task;
  private final Report report;

  /**
   * @param report receives each failure
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

  /** Reports a failure. A failure of the report itself is ignored. */
  private void report(Throwable failure) {
    try {
      report.failed(failure);
    } catch (Throwable e) {
      failure.addSuppressed(e);
    }
  }
}
