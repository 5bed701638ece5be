/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.util.function.Consumer;

/**
 * A thread that repeats a step at once, for example a read that waits for input. After a failure,
 * which a {@link FailureGuard} reports, the step is repeated after a pause. The pause doubles with
 * each further failure, up to {@value #LONGEST_PAUSE_MS} ms.
 */
public final class DaemonLoop implements AutoCloseable {

  private static final long PAUSE_MS = 1_000;
  private static final long LONGEST_PAUSE_MS = 16_000;

  private final Runnable step;
  private final FailureGuard guard;
  private volatile boolean closed;

  private DaemonLoop(Runnable step, Consumer<Throwable> failures) {
    this.step = step;
    this.guard =
        new FailureGuard(
            failure -> {
              if (!closed) {
                failures.accept(failure);
              }
            });
  }

  /**
   * Starts the thread.
   *
   * @param name of the thread
   * @param failures receives each failure of the step, until the loop is closed
   */
  public static DaemonLoop start(String name, Runnable step, Consumer<Throwable> failures) {
    DaemonLoop loop = new DaemonLoop(step, failures);
    DaemonThreads.named(name).newThread(loop::repeat).start();
    return loop;
  }

  private void repeat() {
    long pauseMs = PAUSE_MS;
    while (!closed) {
      if (guard.attempt(step)) {
        pauseMs = PAUSE_MS;
      } else if (!closed) {
        pause(pauseMs);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  private void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Ends the thread after the present step. */
  @Override
  public void close() {
    closed = true;
  }
}
