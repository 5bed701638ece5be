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
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a container engine that can be stopped, hang, be slow, and start again, while the
 * engine behind it, which others may use, goes on.
 */
public final class ScriptedEngineSocket implements AutoCloseable {

  private final Path engine;
  private final Path socket;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private volatile boolean hanging;
  private volatile Duration delay = Duration.ZERO;
  private @Nullable ServerSocketChannel server;

  public ScriptedEngineSocket(Path engine, Path socket) {
    this.engine = engine;
    this.socket = socket;
  }

  public Path socket() {
    return socket;
  }

  public void start() throws IOException {
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

  /** What comes in over a new connection waits for so long. */
  public void delay(Duration time) {
    delay = time;
  }

  private void accept(ServerSocketChannel from) {
    try {
      while (true) {
        SocketChannel client = from.accept();
        open.add(client);
        if (!hanging) {
          SocketChannel target = SocketChannel.open(UnixDomainSocketAddress.of(engine));
          open.add(target);
          thread(() -> copyLater(client, target));
          thread(() -> copy(target, client));
        }
      }
    } catch (IOException e) {
      // Stopped.
    }
  }

  private void copyLater(SocketChannel from, SocketChannel to) {
    try {
      Thread.sleep(delay.toMillis());
      copy(from, to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
