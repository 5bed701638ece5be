/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/**
 * The socket of a container engine, as those see it who create containers on it.
 *
 * @param path on the machine of the engine
 */
record EngineSocket(String path) {

  private static final String PLACE = "/var/run/docker.sock";

  /** The socket of the engine that runs the test. */
  static EngineSocket ofTheTest() {
    return new EngineSocket(DockerClientFactory.instance().getRemoteDockerUnixSocketPath());
  }

  /**
   * Gives a container the socket. Not by withFileSystemBind, which first tries mounts in a
   * container of an image of its own.
   */
  void mountIn(CreateContainerCmd create) {
    HostConfig host = requireNonNull(create.getHostConfig());
    List<Bind> binds = new ArrayList<>(List.of(host.getBinds()));
    binds.add(new Bind(path, new Volume(PLACE)));
    host.withBinds(binds);
  }
}
