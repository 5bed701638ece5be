/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // it runs while the block does
final class DaemonLoopTest {

  private final BlockingQueue<Thread> steps = new LinkedBlockingQueue<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  @Test
  void runsOnADaemonWithItsName() throws InterruptedException {
    try (DaemonLoop loop = DaemonLoop.start("aquatope-test", this::step, failures::add)) {
      Thread thread = steps.take();
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.getName()).isEqualTo("aquatope-test");
    }
  }

  @Test
  void goesOnAfterAnError() throws InterruptedException {
    Runnable fails =
        () -> {
          step();
          if (failures.isEmpty()) {
            throw new NoSuchMethodError("of another version");
          }
        };
    try (DaemonLoop loop = DaemonLoop.start("aquatope-test", fails, failures::add)) {
      steps.take();
      assertThat(steps.poll(10, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(failures).hasSize(1);
  }

  @Test
  void endsWhenClosed() throws InterruptedException {
    DaemonLoop loop = DaemonLoop.start("aquatope-test", this::step, failures::add);
    Thread thread = steps.take();
    loop.close();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void everyThreadHasThePluginsPrefix() {
    assertThatThrownBy(() -> DaemonThreads.named("reader of log"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(DaemonThreads.numbered("aquatope-test").newThread(() -> {}).getName())
        .isEqualTo("aquatope-test-0");
  }

  private void step() {
    if (steps.size() < 100) {
      steps.add(Thread.currentThread());
    }
  }
}
