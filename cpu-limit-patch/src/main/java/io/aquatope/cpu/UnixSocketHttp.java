/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Plain HTTP over a Unix domain socket, which the JDK's client does not speak. One connection for
 * each request, in HTTP/1.0, so that the end of the stream is the end of the answer.
 *
 * @param timeout for a whole exchange
 */
record UnixSocketHttp(Path socket, Duration timeout) {

  private static final String END_OF_HEAD = "\r\n\r\n";

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
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.configureBlocking(false);
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

  private String readAll(SocketChannel channel, Selector selector, SelectionKey key, long deadline)
      throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    await(selector, key, SelectionKey.OP_READ, deadline);
    while (channel.read(buffer) >= 0) {
      read.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      await(selector, key, SelectionKey.OP_READ, deadline);
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  private void await(Selector selector, SelectionKey key, int operation, long deadline)
      throws IOException {
    key.interestOps(operation);
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0 || selector.select(millis) == 0) {
      throw new SocketTimeoutException(socket + " did not answer within " + timeout);
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
