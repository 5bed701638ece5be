/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import java.nio.file.Path;
import java.util.List;

/**
 * An OpenWhisk of several processes: a controller with the sharding load balancer, two invokers, a
 * Kafka broker, and MongoDB for the entities.
 *
 * <pre>{@code
 * try (OpenWhiskCluster cluster =
 *     new OpenWhiskCluster(images)
 *         .withPlugin(Path.of("aquatope-invoker-plugin.jar"))
 *         .withRuntime("nodejs:20", DockerImageName.parse("openwhisk/action-nodejs-v20:nightly"))) {
 *   cluster.start();
 *   cluster.client().put(Action.of("hello", "nodejs:20", "function main() { return {a: 1} }"));
 *   cluster.stopInvoker(0);
 *   assertThat(cluster.client().invoke("hello").success()).isTrue();
 * }
 * }</pre>
 */
public final class OpenWhiskCluster extends OpenWhiskProcesses<OpenWhiskCluster> {

  private static final int INVOKERS = 2;

  public OpenWhiskCluster(ClusterImages images) {
    super(images, INVOKERS, ClusterSettings::withoutScheduler);
  }

  /**
   * Puts the plugin into the invokers' class paths and makes it the invoker.
   *
   * @param jar aquatope-invoker-plugin.jar, or aquatope-invoker-plugin-akka.jar for {@link
   *     ActorLibrary#AKKA}
   */
  public OpenWhiskCluster withPlugin(Path jar) {
    return withJar(jar)
        .withConfig("whisk.spi.InvokerProvider", "io.aquatope.invoker.AquatopeInvokerProvider");
  }

  @Override
  OpenWhiskCluster self() {
    return this;
  }

  @Override
  List<ClusterNode> schedulingNodes() {
    return List.of();
  }

  @Override
  ConfigOverrides controllerSettings(ConfigOverrides common) {
    return common;
  }
}
