/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import io.aquatope.cpu.limit.CachedAnnotations.Stored;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CachedAnnotationsTest {

  private static final Stored HALF = new Stored("0.0.1", Optional.of("0.5"));
  private static final Stored NONE = new Stored("0.0.2", Optional.empty());

  private final List<String> reads = new ArrayList<>();
  private CompletableFuture<Stored> stored = CompletableFuture.completedFuture(HALF);
  private Duration now = Duration.ZERO;
  private final CachedAnnotations annotations =
      new CachedAnnotations(
          action -> {
            reads.add(action);
            return stored;
          },
          new Ticker() {
            @Override
            public long read() {
              return now.toNanos();
            }
          });

  @Test
  void anActionIsReadOnce() {
    assertThat(annotations.of("guest/f", "0.0.1")).isCompletedWithValue(Optional.of("0.5"));
    assertThat(annotations.of("guest/f", "0.0.1")).isCompletedWithValue(Optional.of("0.5"));
    assertThat(reads).containsExactly("guest/f");
  }

  @Test
  void thatThereIsNoAnnotationIsRememberedToo() {
    stored = CompletableFuture.completedFuture(NONE);
    assertThat(annotations.of("guest/f", "0.0.2")).isCompletedWithValue(Optional.empty());
    assertThat(annotations.of("guest/f", "0.0.2")).isCompletedWithValue(Optional.empty());
    assertThat(reads).hasSize(1);
  }

  @Test
  void actionsAndVersionsAreApart() {
    annotations.of("guest/f", "0.0.1").join();
    annotations.of("guest/g", "0.0.1").join();
    stored = CompletableFuture.completedFuture(NONE);
    assertThat(annotations.of("guest/f", "0.0.2")).isCompletedWithValue(Optional.empty());
    assertThat(reads).containsExactly("guest/f", "guest/g", "guest/f");
  }

  @Test
  void whatBelongsToAnotherVersionIsUsedButNotRemembered() {
    assertThat(annotations.of("guest/f", "0.0.2")).isCompletedWithValue(Optional.of("0.5"));
    stored = CompletableFuture.completedFuture(NONE);
    assertThat(annotations.of("guest/f", "0.0.2")).isCompletedWithValue(Optional.empty());
  }

  @Test
  void aFailureIsNotRemembered() {
    stored = CompletableFuture.failedFuture(new IOException("store down"));
    assertThat(annotations.of("guest/f", "0.0.1")).isCompletedExceptionally();
    stored = CompletableFuture.completedFuture(HALF);
    assertThat(annotations.of("guest/f", "0.0.1")).isCompletedWithValue(Optional.of("0.5"));
  }

  @Test
  void anActionThatIsMadeAnewAtTheSameVersionIsNoticedInTime() {
    annotations.of("guest/f", "0.0.1").join();
    stored = CompletableFuture.completedFuture(new Stored("0.0.1", Optional.of("2")));
    now = Duration.ofMinutes(2);
    assertThat(annotations.of("guest/f", "0.0.1")).isCompletedWithValue(Optional.of("2"));
  }
}
