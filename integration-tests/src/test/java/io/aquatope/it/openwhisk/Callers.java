/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** So many callers of one action, each of whom calls once in a period, after the last answer. */
final class Callers {

  private static final Duration STORED = Duration.ofSeconds(30);

  private final OpenWhiskClient client;
  private final String action;
  private final Duration period;
  private final ExecutorService threads;
  private final List<Future<?>> ends = new ArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile boolean enough;

  /**
   * An answered call.
   *
   * @param took as the caller saw it
   */
  record Call(ActivationResult answer, Duration took) {}

  private Callers(OpenWhiskClient client, String action, int number, Duration period) {
    this.client = client;
    this.action = action;
    this.period = period;
    threads = Executors.newFixedThreadPool(number);
    for (int i = 0; i < number; i++) {
      ends.add(threads.submit(this::call));
    }
    threads.shutdown();
  }

  static Callers start(OpenWhiskClient client, String action, int number, Duration period) {
    return new Callers(client, action, number, period);
  }

  private @Nullable Void call() throws InterruptedException {
    while (!enough) {
      long start = System.nanoTime();
      ActivationResult answer = client.invoke(action);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      calls.add(new Call(answer, took));
      Thread.sleep(Math.max(0, period.minus(took).toMillis()));
    }
    return null;
  }

  /** The calls that have been answered so far. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Lets the last calls end; fails if one was not answered. */
  List<Call> stop() throws InterruptedException {
    enough = true;
    for (Future<?> end : ends) {
      try {
        end.get();
      } catch (ExecutionException e) {
        throw new AssertionError("a call was not answered", e);
      }
    }
    return calls();
  }

  /** Each call has succeeded and is recorded once, and nothing else is. */
  void assertNoneIsLost() {
    List<ActivationResult> answers = calls.stream().map(Call::answer).toList();
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.success()).as(answer.json().toString()).isTrue());
    answers.forEach(answer -> client.await(answer.id(), STORED));
    assertThat(client.activations(action).stream().map(ActivationResult::id))
        .containsExactlyInAnyOrderElementsOf(answers.stream().map(ActivationResult::id).toList());
  }
}
