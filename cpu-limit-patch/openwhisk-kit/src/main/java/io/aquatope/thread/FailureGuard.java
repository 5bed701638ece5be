/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.util.function.Consumer;

/**
 * Guard of a thread's tasks. It reports each failure, and the thread continues, even after an
 * {@link Error}: a method that another version of OpenWhisk lacks must not silence an invoker. A
 * failure of the report itself is ignored. If the virtual machine itself cannot continue, the error
 * is reported and thrown again. Safe for use by several threads if the report is.
 */
public final class FailureGuard {

  private final Consumer<Throwable> report;

  /**
   * @param report receives each failure
   */
  public FailureGuard(Consumer<Throwable> report) {
    this.report = report;
  }

  /** The guarded task, for a schedule, which ends for good with the first exception of its task. */
  public Runnable guarded(Runnable task) {
    return () -> attempt(task);
  }

  /** Runs a task. Returns whether it succeeded. */
  public boolean attempt(Runnable task) {
    try {
      task.run();
      return true;
    } catch (Throwable e) {
      failed(e);
      return false;
    }
  }

  /** Reports a failure. */
  public void failed(Throwable failure) {
    try {
      report.accept(failure);
    } catch (Throwable e) {
      if (e != failure) {
        failure.addSuppressed(e);
      }
    }
    if (failure instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
