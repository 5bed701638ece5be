/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.CpuEvents;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.concurrent.ExecutionContext$;

@Timeout(30)
class WhiskActionStoreTest {

  private final AtomicInteger opened = new AtomicInteger();
  private final CountDownLatch free = new CountDownLatch(1);
  private final WhiskActionStore store =
      new WhiskActionStore(
          () -> {
            opened.incrementAndGet();
            try {
              free.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            throw new IllegalStateException("not configured");
          },
          new WhiskWorkloads("cpu-limit", CpuEvents.NONE),
          ExecutionContext$.MODULE$.global());

  @Test
  void isNotOpenedAsLongAsNobodyAsks() {
    assertThat(opened).hasValue(0);
  }

  @Test
  void isOpenedOnceWithoutHoldingUpWhoAsks() {
    var first = store.read("guest/f");
    var second = store.read("guest/g");
    assertThat(first).isNotDone();
    free.countDown();
    assertThat(first)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("not configured");
    assertThat(second).failsWithin(Duration.ofSeconds(10));
    assertThat(opened).hasValue(1);
  }

  @Test
  void isOpenedAgainWhereThatFailed() {
    free.countDown();
    assertThat(store.read("guest/f")).failsWithin(Duration.ofSeconds(10));
    assertThat(store.read("guest/f")).failsWithin(Duration.ofSeconds(10));
    assertThat(opened).hasValue(2);
  }
}
