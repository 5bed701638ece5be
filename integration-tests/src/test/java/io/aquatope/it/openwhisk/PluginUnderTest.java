/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import io.aquatope.it.ActionRuntime;
import io.aquatope.it.OpenWhiskImages;
import io.aquatope.testcontainers.ClusterImages;
import io.aquatope.testcontainers.OpenWhiskCluster;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.nio.file.Path;
import org.testcontainers.utility.DockerImageName;

/** An OpenWhisk with the plugin as it was built, for {@link Nap actions} of the small runtime. */
final class PluginUnderTest {

  private static final Path JAR = Path.of(System.getProperty("aquatope.jar", ""));

  private PluginUnderTest() {}

  static OpenWhiskContainer inStandalone(Class<?> suite) {
    return new OpenWhiskContainer(OpenWhiskImages.STANDALONE)
        .withPlugin(JAR)
        .withRuntime(ActionRuntime.KIND, runtime())
        .withLogConsumer(LogFile.of(suite));
  }

  static OpenWhiskCluster inCluster(Class<?> suite) {
    return new OpenWhiskCluster(
            new ClusterImages(
                OpenWhiskImages.CONTROLLER,
                OpenWhiskImages.INVOKER,
                OpenWhiskImages.KAFKA,
                OpenWhiskImages.MONGO))
        .withPlugin(JAR)
        .withRuntime(ActionRuntime.KIND, runtime())
        .withRuntime("nodejs:health", runtime())
        .withLogConsumer(LogFile.of(suite));
  }

  private static DockerImageName runtime() {
    return DockerImageName.parse(ActionRuntime.image());
  }
}
