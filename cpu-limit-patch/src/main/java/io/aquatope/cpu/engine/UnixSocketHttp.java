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
 * Plain HTTP over a Unix domain socket, which the JDK's client does not support. Each request has
 * one connection, in HTTP/1.0, so the end of the stream is the end of the answer.
 *
 * <p>No call waits longer than the timeout. If the engine does not accept and its backlog is full,
 * the kernel blocks a connect forever, so the connect does not block either.
 *
 * @param timeout for a whole request and its answer, the connect included
 */
public record UnixSocketHttp(Path socket, Duration timeout) {

  private static final String END_OF_HEAD = "\r\n\r\n";

  /**
   * Most bytes of an answer: an engine's answers have some 10 kB, and an endless one is a fault.
   */
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

  /** Retries as long as the backlog is full. */
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

  /**
   * Whether the backlog is full. The JDK has no exception type for this; the other causes of this
   * type are excluded.
   */
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

  /**
   * The time left, more than 0.
   *
   * @throws SocketTimeoutException if no time is left
   */
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
