/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import org.testcontainers.DockerClientFactory;

/**
 * The socket of a container engine, as seen by the processes that create containers on it.
 *
 * @param path on the machine of the engine
 */
record EngineSocket(String path) {

  private static final String PLACE = "/var/run/docker.sock";

  /** The socket of the engine that runs the test. */
  static EngineSocket ofTheTest() {
    return new EngineSocket(DockerClientFactory.instance().getRemoteDockerUnixSocketPath());
  }

  /** Mounts the socket in a container. */
  void mountIn(CreateContainerCmd create) {
    new HostMount(path, PLACE, AccessMode.rw).mountIn(create);
  }
}
