/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aquatope.cpu.ContainerEngine.Answer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
          .isEqualTo(new Answer.Done());
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
      assertThat(fake.engine().setLimit("abc", CpuLimit.parse("1"))).isEqualTo(new Answer.Gone());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409})
  void whatTheEngineWillNeverDoIsRefused(int status) throws Exception {
    try (FakeEngine fake = new FakeEngine("HTTP/1.0 " + status + " X\r\n\r\nRange of CPUs is")) {
      assertThat(fake.engine().setLimit("abc", CpuLimit.parse("1")))
          .isEqualTo(new Answer.Refused("Range of CPUs is"));
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
    private final CompletableFuture<Void> hangUp = new CompletableFuture<>();
    private final CompletableFuture<String> request;

    FakeEngine(@Nullable String answer) throws IOException {
      server.bind(UnixDomainSocketAddress.of(socket));
      request = CompletableFuture.supplyAsync(() -> serve(answer));
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
      server.close();
    }
  }
}
