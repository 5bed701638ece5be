/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.prepare.container.LivenessProbe.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.junit.jupiter.api.Test;

final class LivenessProbeTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final List<Thread> resolved = new CopyOnWriteArrayList<>();

  private InetAddress noted(String host) throws UnknownHostException {
    resolved.add(Thread.currentThread());
    return InetAddress.getByName(host);
  }

  @Test
  void anAddressIsConnectedToWithoutALookUp() throws IOException {
    int port;
    try (ServerSocket runtime = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = runtime.getLocalPort();
      assertThat(new LivenessProbe(MINUTE, this::noted).of(new ContainerAddress("127.0.0.1", port)))
          .succeedsWithin(MINUTE)
          .isEqualTo(Answer.ACCEPTED);
    }
    assertThat(new LivenessProbe(MINUTE, this::noted).of(new ContainerAddress("127.0.0.1", port)))
        .succeedsWithin(MINUTE)
        .isEqualTo(Answer.REFUSED);
    assertThat(resolved).isEmpty();
  }

  /** A name server that did not answer held the dispatcher's threads, and all activations. */
  @Test
  void aNameIsLookedUpByAnotherThread() throws IOException {
    try (ServerSocket runtime = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(
              new LivenessProbe(MINUTE, host -> noted("127.0.0.1"))
                  .of(new ContainerAddress("runtime.example", runtime.getLocalPort())))
          .succeedsWithin(MINUTE)
          .isEqualTo(Answer.ACCEPTED);
    }
    assertThat(resolved).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void aNameServerThatDoesNotAnswerHoldsNobodyUp() {
    CountDownLatch answers = new CountDownLatch(1);
    LivenessProbe liveness =
        new LivenessProbe(
            SHORT,
            host -> {
              try {
                answers.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            });
    List<CompletableFuture<Answer>> asked = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      asked.add(liveness.of(new ContainerAddress("runtime.example", 8080)));
    }

    assertThat(asked)
        .allSatisfy(answer -> assertThat(answer).succeedsWithin(MINUTE).isEqualTo(Answer.SILENT));
    answers.countDown();
  }

  @Test
  void aHostThatIsNotKnownIsSilent() {
    assertThat(
            new LivenessProbe(
                    MINUTE,
                    host -> {
                      throw new UnknownHostException(host);
                    })
                .of(new ContainerAddress("runtime.example", 8080)))
        .succeedsWithin(MINUTE)
        .isEqualTo(Answer.SILENT);
  }
}
