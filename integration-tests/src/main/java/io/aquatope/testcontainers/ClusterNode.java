/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** A process of a cluster, reached by its name from the others, that can be stopped for a while. */
final class ClusterNode extends GenericContainer<ClusterNode> {

  private static final int STOP_SECONDS = 30;

  private final Consumer<ClusterNode> settings;

  /**
   * @param settings sets what it is started with, when it is
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

  /** Ends the process as an operator does, with time for what it has to clean up. */
  void pause() {
    getDockerClient().stopContainerCmd(getContainerId()).withTimeout(STOP_SECONDS).exec();
  }

  /** Starts the process anew, with the files it had. */
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
