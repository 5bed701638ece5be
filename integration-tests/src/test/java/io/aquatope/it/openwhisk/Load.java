/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Blocking calls of some {@link Nap} actions in turn, so many at a time. */
final class Load {

  private static final Duration STORED = Duration.ofSeconds(30);

  private final OpenWhiskClient client;
  private final List<String> actions;

  Load(OpenWhiskClient client, List<String> actions) {
    this.client = client;
    this.actions = actions;
    actions.forEach(action -> client.put(Nap.nap(action)));
  }

  /** Makes the calls, and returns what each was answered, in order. */
  List<ActivationResult> run(int calls, int atATime, Duration nap) throws Exception {
    List<Callable<ActivationResult>> work = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String action = actions.get(i % actions.size());
      work.add(() -> client.invoke(action, Nap.sleeping(nap)));
    }
    ExecutorService callers = Executors.newFixedThreadPool(atATime);
    try {
      List<ActivationResult> answers = new ArrayList<>();
      for (Future<ActivationResult> answer : callers.invokeAll(work)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      callers.shutdownNow();
    }
  }

  /** Each call has run under its own id and is recorded once, and nothing else is. */
  void assertNoneIsLost(List<ActivationResult> answers) {
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.success()).as(answer.json().toString()).isTrue();
              assertThat(answer.result().path("activation").asText()).isEqualTo(answer.id());
            });
    List<String> answered = answers.stream().map(ActivationResult::id).toList();
    assertThat(answered).doesNotHaveDuplicates();
    answered.forEach(id -> client.await(id, STORED));
    assertThat(
            actions.stream()
                .flatMap(action -> client.activations(action).stream())
                .map(ActivationResult::id))
        .containsExactlyInAnyOrderElementsOf(answered);
  }
}
