/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a container engine that can be stopped, hang, and start again, while the engine
 * behind it, which others may use, goes on.
 */
final class StoppableEngine implements AutoCloseable {

  private final Path engine;
  private final Path socket;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private volatile boolean hanging;
  private @Nullable ServerSocketChannel server;

  StoppableEngine(Path engine, Path socket) {
    this.engine = engine;
    this.socket = socket;
  }

  Path socket() {
    return socket;
  }

  void start() throws IOException {
    hanging = false;
    Files.deleteIfExists(socket);
    ServerSocketChannel started = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    started.bind(UnixDomainSocketAddress.of(socket));
    server = started;
    thread(() -> accept(started));
  }

  /** Connections break, and no new ones are taken. */
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    for (SocketChannel connection : open) {
      connection.close();
    }
    open.clear();
  }

  /** Connections are taken and nothing is answered. */
  void hang() {
    hanging = true;
  }

  private void accept(ServerSocketChannel from) {
    try {
      while (true) {
        SocketChannel client = from.accept();
        open.add(client);
        if (!hanging) {
          SocketChannel target = SocketChannel.open(UnixDomainSocketAddress.of(engine));
          open.add(target);
          thread(() -> copy(client, target));
          thread(() -> copy(target, client));
        }
      }
    } catch (IOException e) {
      // Stopped.
    }
  }

  private void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // Stopped, or one side has gone.
    }
    open.remove(from);
    open.remove(to);
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    stop();
    Files.deleteIfExists(socket);
  }
}
