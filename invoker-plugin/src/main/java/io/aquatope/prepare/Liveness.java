/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whether a container answers: a TCP connection is tried, as OpenWhisk's own health ping does. It
 * costs well under a millisecond where the container lives. No method blocks.
 */
final class Liveness {

  /** What came of the connection. */
  enum Answer {
    /** The runtime listens. */
    ACCEPTED,
    /** There is a container, but nothing listens in it (yet). */
    REFUSED,
    /** There is no container. */
    SILENT
  }

  private final Duration timeout;

  /**
   * @param timeout for the connection
   */
  Liveness(Duration timeout) {
    this.timeout = timeout;
  }

  /** Does not fail. */
  CompletableFuture<Answer> of(ContainerAddress address) {
    AsynchronousSocketChannel channel;
    try {
      channel = AsynchronousSocketChannel.open();
    } catch (IOException e) {
      return CompletableFuture.completedFuture(Answer.SILENT);
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      channel.connect(
          new InetSocketAddress(address.host(), address.port()), answer, new Connected());
    } catch (RuntimeException e) { // an address that cannot be resolved
      answer.complete(Answer.SILENT);
    }
    return answer
        .completeOnTimeout(Answer.SILENT, timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((result, failure) -> close(channel));
  }

  private static void close(AsynchronousSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It was of no further use anyway.
    }
  }

  private static final class Connected
      implements CompletionHandler<@Nullable Void, CompletableFuture<Answer>> {

    @Override
    public void completed(@Nullable Void result, CompletableFuture<Answer> answer) {
      answer.complete(Answer.ACCEPTED);
    }

    @Override
    public void failed(Throwable cause, CompletableFuture<Answer> answer) {
      answer.complete(
          cause instanceof ConnectException refused
                  && String.valueOf(refused.getMessage()).contains("refused")
              ? Answer.REFUSED
              : Answer.SILENT);
    }
  }
}
