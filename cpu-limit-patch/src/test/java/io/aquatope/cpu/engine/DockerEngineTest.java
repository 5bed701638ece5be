/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerEngineTest {

  private static final Duration TIMEOUT = Duration.ofMillis(500);

  @TempDir private Path folder;

  @Test
  void asksForAnUpdateInBillionthsOfACore() throws Exception {
    try (FakeEngine fake = new FakeEngine("HTTP/1.0 200 OK\r\n\r\n{\"Warnings\":null}")) {
      assertThat(fake.engine().setLimit("abc", CpuLimit.parse("0.75")))
          .isEqualTo(new ChangeResult.Done());
      assertThat(fake.request.get())
          .startsWith("POST /containers/abc/update HTTP/1.0\r\n")
          .contains("Content-Type: application/json\r\n", "Content-Length: 22\r\n")
          .endsWith("\r\n\r\n{\"NanoCpus\":750000000}");
    }
  }

  @Test
  void readsTheNumberOfCores() throws Exception {
    try (FakeEngine fake = new FakeEngine("HTTP/1.0 200 OK\r\n\r\n{\"NCPU\":48,\"Name\":\"n\"}")) {
      assertThat(fake.engine().machine()).isEqualTo(Optional.of(CpuLimit.parse("48")));
    }
  }

  @Test
  void aMissingContainerHasGone() throws Exception {
    try (FakeEngine fake =
        new FakeEngine("HTTP/1.0 404 Not Found\r\n\r\n{\"message\":\"No such container: abc\"}")) {
      assertThat(fake.engine().setLimit("abc", CpuLimit.parse("1")))
          .isEqualTo(new ChangeResult.Gone());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409})
  void whatTheEngineWillNeverDoIsRefused(int status) throws Exception {
    try (FakeEngine fake = new FakeEngine("HTTP/1.0 " + status + " X\r\n\r\nRange of CPUs is")) {
      assertThat(fake.engine().setLimit("abc", CpuLimit.parse("1")))
          .isEqualTo(new ChangeResult.Refused("Range of CPUs is"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 500 Internal Server Error\r\n\r\nrunc did not terminate",
        "HTTP/1.0 2",
        ""
      })
  void aFailureMayBeTriedAgain(String answer) throws Exception {
    try (FakeEngine fake = new FakeEngine(answer)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> fake.engine().setLimit("abc", CpuLimit.parse("1")));
    }
  }

  @Test
  void anEngineThatHangsIsGivenUp() throws Exception {
    try (FakeEngine fake = new FakeEngine(null)) {
      long start = System.nanoTime();
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> fake.engine().setLimit("abc", CpuLimit.parse("1")))
          .withMessageEndingWith("did not answer within PT0.5S");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(TIMEOUT, TIMEOUT.multipliedBy(8));
    }
  }

  /** A connect to a Unix socket otherwise waits without end, at the invoker's start too. */
  @Test
  @Timeout(30)
  void anEngineThatAcceptsNobodyIsGivenUp() throws Exception {
    Path socket = folder.resolve("full.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket), 1);
      DockerEngine engine = new DockerEngine(new UnixSocketHttp(socket, TIMEOUT));
      for (int request = 0; request < 6; request++) {
        assertThatExceptionOfType(SocketTimeoutException.class)
            .isThrownBy(engine::machine)
            .withMessageEndingWith("did not answer within PT0.5S");
      }
    }
  }

  @Test
  @Timeout(30)
  void anEngineThatAcceptsAgainIsReached() throws Exception {
    try (FakeEngine fake = new FakeEngine("HTTP/1.0 200 OK\r\n\r\n{\"NCPU\":4}", 1, 3)) {
      DockerEngine engine =
          new DockerEngine(new UnixSocketHttp(fake.socket, Duration.ofSeconds(20)));
      assertThat(engine.machine()).contains(CpuLimit.parse("4"));
    }
  }

  @Test
  @Timeout(30)
  void anAnswerWithoutEndIsGivenUp() throws Exception {
    String body = "x".repeat(1 << 20);
    try (FakeEngine fake = new FakeEngine("HTTP/1.0 200 OK\r\n\r\n" + body.repeat(6))) {
      DockerEngine engine =
          new DockerEngine(new UnixSocketHttp(fake.socket, Duration.ofSeconds(20)));
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(engine::machine)
          .withMessageContaining("answered more than");
    }
  }

  @Test
  void anEngineThatIsNotThereFails() {
    DockerEngine engine = new DockerEngine(new UnixSocketHttp(folder.resolve("no.sock"), TIMEOUT));
    assertThatExceptionOfType(IOException.class).isThrownBy(engine::machine);
  }

  /** Takes one request and gives one answer, or, for null, none. */
  private final class FakeEngine implements AutoCloseable {

    private final Path socket = folder.resolve("docker.sock");
    private final ServerSocketChannel server =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final List<SocketChannel> idlers = new ArrayList<>();
    private final CompletableFuture<Void> hangUp = new CompletableFuture<>();
    private final CompletableFuture<String> request;

    FakeEngine(@Nullable String answer) throws IOException {
      server.bind(UnixDomainSocketAddress.of(socket));
      request = CompletableFuture.supplyAsync(() -> serve(answer));
    }

    /** With a backlog that others fill, and that is served when a request has found it full. */
    FakeEngine(String answer, int backlog, int others) throws IOException {
      server.bind(UnixDomainSocketAddress.of(socket), backlog);
      for (int other = 0; other < others; other++) {
        SocketChannel idle = SocketChannel.open(StandardProtocolFamily.UNIX);
        idle.configureBlocking(false);
        try {
          idle.connect(UnixDomainSocketAddress.of(socket));
        } catch (SocketException full) {
          idle.close();
        }
        idlers.add(idle);
      }
      request =
          CompletableFuture.supplyAsync(
              () -> {
                for (SocketChannel idle : idlers) {
                  if (idle.isOpen()) {
                    accept();
                  }
                }
                return serve(answer);
              },
              CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }

    private void accept() {
      try {
        server.accept().close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private String serve(@Nullable String answer) {
      try (SocketChannel client = server.accept()) {
        ByteBuffer in = ByteBuffer.allocate(4096);
        int read = client.read(in);
        while (read > 0 && !complete(in)) {
          read = client.read(in);
        }
        if (answer == null) {
          hangUp.join();
        } else {
          client.write(StandardCharsets.UTF_8.encode(answer));
        }
        return text(in);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private boolean complete(ByteBuffer in) {
      String text = text(in);
      return text.contains("\r\n\r\n") && (text.startsWith("GET") || text.endsWith("}"));
    }

    private String text(ByteBuffer in) {
      return StandardCharsets.UTF_8.decode(in.duplicate().flip()).toString();
    }

    DockerEngine engine() {
      return new DockerEngine(new UnixSocketHttp(socket, TIMEOUT));
    }

    @Override
    public void close() throws IOException {
      hangUp.complete(null);
      for (SocketChannel idle : idlers) {
        idle.close();
      }
      server.close();
    }
  }
}
