/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import com.google.common.net.InetAddresses;
import io.aquatope.thread.DaemonThreads;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Tests whether a container answers. It opens a TCP connection, as OpenWhisk's own health ping
 * does. The test takes well under a millisecond if the container is alive. No method blocks.
 */
public final class LivenessProbe {

  /** Result of the connection attempt. */
  enum Answer {
    /** The runtime listens. */
    ACCEPTED,
    /** The container exists, but nothing listens in it (yet). */
    REFUSED,
    /** There is no container. */
    SILENT
  }

  /** Looks up the addresses of hosts; may block. */
  @FunctionalInterface
  interface Resolver {

    InetAddress of(String host) throws UnknownHostException;
  }

  /**
   * Maximum number of concurrent look-ups. A name server that does not answer occupies a thread for
   * many seconds.
   */
  private static final int RESOLVERS = 2;

  /** Maximum number of waiting look-ups. Any further look-up would be too late for its call. */
  private static final int MOST_WAITING = 100;

  private static final Executor RESOLVING = resolving();

  private final Duration timeout;
  private final Resolver resolver;

  /**
   * @param timeout for looking up the address and for the connection
   */
  public LivenessProbe(Duration timeout) {
    this(timeout, InetAddress::getByName);
  }

  LivenessProbe(Duration timeout, Resolver resolver) {
    this.timeout = timeout;
    this.resolver = resolver;
  }

  private static Executor resolving() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            RESOLVERS,
            RESOLVERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            DaemonThreads.numbered("aquatope-resolver"));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Tests an address. The future does not fail. */
  CompletableFuture<Answer> of(ContainerAddress address) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    if (InetAddresses.isInetAddress(address.host())) {
      connect(InetAddresses.forString(address.host()), address.port(), answer);
    } else {
      resolve(address, answer);
    }
    return answer.completeOnTimeout(Answer.SILENT, timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Looks up a name on another thread, because the caller's thread has other activations to serve.
   */
  private void resolve(ContainerAddress address, CompletableFuture<Answer> answer) {
    try {
      RESOLVING.execute(
          () -> {
            try {
              if (!answer.isDone()) {
                connect(resolver.of(address.host()), address.port(), answer);
              }
            } catch (UnknownHostException | RuntimeException e) {
              answer.complete(Answer.SILENT);
            }
          });
    } catch (RejectedExecutionException e) {
      answer.complete(Answer.SILENT);
    }
  }

  private static void connect(InetAddress host, int port, CompletableFuture<Answer> answer) {
    AsynchronousSocketChannel channel;
    try {
      channel = AsynchronousSocketChannel.open();
    } catch (IOException e) {
      answer.complete(Answer.SILENT);
      return;
    }
    var unused = answer.whenComplete((result, failure) -> close(channel));
    try {
      channel.connect(new InetSocketAddress(host, port), answer, new Connected());
    } catch (RuntimeException e) { // the answer came in the meantime
      answer.complete(Answer.SILENT);
    }
  }

  private static void close(AsynchronousSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The connection is of no further use.
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
