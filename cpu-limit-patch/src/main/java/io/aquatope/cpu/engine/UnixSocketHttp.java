/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Plain HTTP over a Unix domain socket, which the JDK's client does not speak. One connection for
 * each request, in HTTP/1.0, so that the end of the stream is the end of the answer.
 *
 * <p>Nothing waits longer than the timeout. The kernel makes a connect wait without end where the
 * engine accepts nobody and its backlog is full, so the connect does not block either.
 *
 * @param timeout for a whole exchange, the connect included
 */
public record UnixSocketHttp(Path socket, Duration timeout) {

  private static final String END_OF_HEAD = "\r\n\r\n";

  /** Bytes of an answer: those of an engine have some 10 kB, and one that never ends is a fault. */
  private static final int LARGEST_ANSWER = 4 << 20;

  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  /** A status code and a text. */
  record Response(int status, String body) {}

  Response get(String path) throws IOException {
    return exchange("GET", path, "");
  }

  Response postJson(String path, String body) throws IOException {
    return exchange("POST", path, body);
  }

  private Response exchange(String method, String path, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            method + " " + path + " HTTP/1.0",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: " + content.length,
            "",
            "");
    long deadline = System.nanoTime() + timeout.toNanos();
    try (SocketChannel channel = connected(deadline);
        Selector selector = Selector.open()) {
      SelectionKey key = channel.register(selector, 0);
      for (ByteBuffer out :
          new ByteBuffer[] {StandardCharsets.US_ASCII.encode(head), ByteBuffer.wrap(content)}) {
        while (out.hasRemaining()) {
          await(selector, key, SelectionKey.OP_WRITE, deadline);
          channel.write(out);
        }
      }
      return parse(readAll(channel, selector, key, deadline));
    }
  }

  /** Tries again as long as the backlog is full. */
  private SocketChannel connected(long deadline) throws IOException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      boolean connected = false;
      try {
        channel.configureBlocking(false);
        connected = channel.connect(UnixDomainSocketAddress.of(socket));
      } catch (SocketException e) {
        if (!isBacklogFull(e)) {
          throw e;
        }
      } finally {
        if (!connected) {
          channel.close();
        }
      }
      if (connected) {
        return channel;
      }
      sleep(Math.min(pause, millisUntil(deadline)));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /** The JDK has no type of its own for it; all else that it may mean by this type is excluded. */
  private boolean isBacklogFull(SocketException failure) {
    return !(failure instanceof ConnectException)
        && Files.exists(socket)
        && Files.isWritable(socket);
  }

  private static void sleep(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /** More than 0, or the time is up. */
  private long millisUntil(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw timedOut();
    }
    return millis;
  }

  private SocketTimeoutException timedOut() {
    return new SocketTimeoutException(socket + " did not answer within " + timeout);
  }

  private String readAll(SocketChannel channel, Selector selector, SelectionKey key, long deadline)
      throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    await(selector, key, SelectionKey.OP_READ, deadline);
    while (channel.read(buffer) >= 0) {
      read.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      if (read.size() > LARGEST_ANSWER) {
        throw new IOException(socket + " answered more than " + LARGEST_ANSWER + " bytes");
      }
      await(selector, key, SelectionKey.OP_READ, deadline);
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  private void await(Selector selector, SelectionKey key, int operation, long deadline)
      throws IOException {
    key.interestOps(operation);
    if (selector.select(millisUntil(deadline)) == 0) {
      throw timedOut();
    }
    selector.selectedKeys().clear();
  }

  private Response parse(String answer) throws IOException {
    int endOfHead = answer.indexOf(END_OF_HEAD);
    String[] statusLine = answer.split(" ", 3);
    if (endOfHead < 0 || statusLine.length < 3 || !statusLine[1].matches("\\d{3}")) {
      throw new EOFException(socket + " closed the connection before it had answered");
    }
    return new Response(
        Integer.parseInt(statusLine[1]), answer.substring(endOfHead + END_OF_HEAD.length()));
  }
}
