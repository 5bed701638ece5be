/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/**
 * A process of a cluster. The other processes reach it by its name, and it can be stopped for a
 * while.
 */
final class ClusterNode extends GenericContainer<ClusterNode> {

  private static final int STOP_SECONDS = 30;

  private final Consumer<ClusterNode> settings;

  /**
   * @param settings applied to the container before it starts
   */
  ClusterNode(String name, DockerImageName image, Network network, Consumer<ClusterNode> settings) {
    super(image);
    this.settings = settings;
    withNetwork(network);
    withNetworkAliases(name);
  }

  @Override
  protected void configure() {
    settings.accept(this);
  }

  /** Stops the process as an operator does, with time to clean up. */
  void pause() {
    getDockerClient().stopContainerCmd(getContainerId()).withTimeout(STOP_SECONDS).exec();
  }

  /** Starts the process again, with its files. */
  void resume() {
    getDockerClient().startContainerCmd(getContainerId()).exec();
  }

  @Override
  protected void containerIsStopping(InspectContainerResponse info) {
    if (isRunning()) {
      pause();
    }
  }
}
