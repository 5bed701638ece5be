/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.EngineSettings;

/** Ways to a Docker engine. */
public enum DockerAccess {

  /** HTTP over the engine's socket, from Java 16 on. */
  SOCKET {
    @Override
    public ContainerEngine engine(EngineSettings settings) {
      return new DockerEngine(new UnixSocketHttp(settings.dockerSocket(), settings.timeout()));
    }

    @Override
    public String describe(EngineSettings settings) {
      return "through " + settings.dockerSocket();
    }
  },

  /** The Docker client, where the JDK has no Unix domain sockets. */
  CLIENT {
    @Override
    public ContainerEngine engine(EngineSettings settings) {
      return new DockerClientEngine(
          new DockerCommand(settings.dockerClients(), settings.dockerSocket(), settings.timeout()));
    }

    @Override
    public String describe(EngineSettings settings) {
      return "by the Docker client ("
          + settings.dockerClients()
          + "), as Java "
          + System.getProperty("java.specification.version")
          + " has no Unix domain sockets";
    }
  };

  private static final DockerAccess OF_THIS_JVM = hasUnixSockets() ? SOCKET : CLIENT;

  /** The way that this JVM has. */
  public static DockerAccess ofThisJvm() {
    return OF_THIS_JVM;
  }

  private static boolean hasUnixSockets() {
    try {
      Class.forName("java.net.UnixDomainSocketAddress", false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The engine by this way. Nothing is asked of it yet. */
  public abstract ContainerEngine engine(EngineSettings settings);

  /** The way, for the log. */
  public abstract String describe(EngineSettings settings);
}
