/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import io.aquatope.it.ActionRuntime;
import io.aquatope.it.EtcdImage;
import io.aquatope.it.OpenWhiskImages;
import io.aquatope.testcontainers.ActorLibrary;
import io.aquatope.testcontainers.ClusterImages;
import io.aquatope.testcontainers.ClusterSize;
import io.aquatope.testcontainers.OpenWhiskCluster;
import io.aquatope.testcontainers.OpenWhiskContainer;
import io.aquatope.testcontainers.OpenWhiskSchedulerCluster;
import io.aquatope.testcontainers.SchedulerImages;
import java.nio.file.Path;
import org.testcontainers.utility.DockerImageName;

/**
 * An OpenWhisk with the plugin as it was built for its actors, for {@link Nap actions} of the small
 * runtime.
 */
final class PluginUnderTest {

  private PluginUnderTest() {}

  static OpenWhiskContainer inStandalone(Class<?> suite) {
    return new OpenWhiskContainer(OpenWhiskImages.STANDALONE)
        .withPlugin(jarFor(OpenWhiskImages.STANDALONE))
        .withRuntime(ActionRuntime.KIND, runtime())
        .withLogConsumer(LogFile.of(suite));
  }

  static OpenWhiskCluster inCluster(Class<?> suite) {
    return new OpenWhiskCluster(images())
        .withPlugin(jarFor(OpenWhiskImages.INVOKER))
        .withRuntime(ActionRuntime.KIND, runtime())
        .withRuntime("nodejs:health", runtime())
        .withLogConsumer(LogFile.of(suite));
  }

  /** A cluster with the scheduler. */
  static OpenWhiskSchedulerCluster besideScheduler(Class<?> suite, ClusterSize size) {
    return new OpenWhiskSchedulerCluster(
            images(),
            new SchedulerImages(
                OpenWhiskImages.SCHEDULER, DockerImageName.parse(EtcdImage.image())),
            size)
        .withPlugin(jarFor(OpenWhiskImages.INVOKER))
        .withRuntime(ActionRuntime.KIND, runtime())
        .withRuntime("nodejs:health", runtime())
        .withLogConsumer(LogFile.of(suite));
  }

  private static ClusterImages images() {
    return new ClusterImages(
        OpenWhiskImages.CONTROLLER,
        OpenWhiskImages.INVOKER,
        OpenWhiskImages.KAFKA,
        OpenWhiskImages.MONGO);
  }

  private static Path jarFor(DockerImageName openWhisk) {
    String property =
        switch (ActorLibrary.of(openWhisk)) {
          case AKKA -> "aquatope.jar.akka";
          case PEKKO -> "aquatope.jar";
        };
    return Path.of(System.getProperty(property, ""));
  }

  private static DockerImageName runtime() {
    return DockerImageName.parse(ActionRuntime.image());
  }
}
