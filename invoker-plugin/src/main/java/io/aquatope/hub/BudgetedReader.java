/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Reader of one survey with a limited number of reads. After it is closed, it reads nothing more.
 */
final class BudgetedReader implements EntityReader {

  private final EntityReader reader;
  private final int most;

  @GuardedBy("this")
  private int reads;

  private volatile boolean closed;

  BudgetedReader(EntityReader reader, int most) {
    this.reader = reader;
    this.most = most;
  }

  @Override
  public CompletableFuture<Page> page(String namespace, int skip, int limit) {
    return read(() -> reader.page(namespace, skip, limit));
  }

  @Override
  public CompletableFuture<Optional<Entity>> action(String name) {
    return read(() -> reader.action(name));
  }

  /** Number of reads left. */
  synchronized int left() {
    return most - reads;
  }

  /** Ends the survey: nothing is read from now on. */
  void close() {
    closed = true;
  }

  private <T> CompletableFuture<T> read(Supplier<CompletableFuture<T>> read) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("given up"));
    }
    synchronized (this) {
      if (reads == most) {
        return CompletableFuture.failedFuture(
            new IllegalStateException("more than %s reads".formatted(most)));
      }
      reads++;
    }
    try {
      return read.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
