/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A standalone OpenWhisk: controller and invoker in one process, with its entities in memory. Its
 * actions run in containers next to its own.
 *
 * <pre>{@code
 * try (OpenWhiskContainer openWhisk =
 *     new OpenWhiskContainer(DockerImageName.parse("openwhisk/standalone:nightly"))
 *         .withPlugin(Path.of("aquatope-invoker-plugin.jar"))
 *         .withConfig("whisk.aquatope.policy", "aquatope")
 *         .withRuntime("python:3", DockerImageName.parse("openwhisk/action-python-v3.12:nightly"))) {
 *   openWhisk.start();
 *   OpenWhiskClient client = openWhisk.client();
 *   client.put(Action.of("hello", "python:3", "def main(args): return {'hello': 'world'}"));
 *   Activation activation = client.invoke("hello");
 *   assertThat(activation.result().path("hello").asText()).isEqualTo("world");
 *   assertThat(activation.initTime()).isPresent(); // it was a cold start
 * }
 * }</pre>
 *
 * <p>It uses the socket of the engine that runs the test, so the engine must be on Linux (or in the
 * virtual machine of Docker Desktop). Run only one OpenWhisk per engine: at start-up it removes
 * every {@code wsk0_…} container, including another instance's. The image contains a Docker client,
 * and the engine must support a version of its API. Images of runtimes are pulled only if they are
 * missing. Limits on calls per minute and on concurrent calls are disabled unless {@link
 * #withConfig} sets them.
 */
public final class OpenWhiskContainer extends GenericContainer<OpenWhiskContainer> {

  private static final int API = 3233;
  private static final int STOP_SECONDS = 30;
  private static final String PLUGINS = "/ext-lib";
  private static final String CONFIGURATION = "/openwhisk.conf";
  private static final String MANIFEST = "/runtimes.json";
  private static final String START = "/start-openwhisk";
  private static final int EXECUTABLE = 0755;

  /**
   * The image starts its jar in a way that does not accept other jars and does not pass signals on.
   * The jar contains a launcher that accepts more jars.
   */
  private static final String SCRIPT =
      """
      #!/bin/sh
      exec java $JVM_EXTRA_ARGS \\
        -Dwhisk.standalone.host.name=$(hostname) \\
        -Dwhisk.standalone.host.internal=$(hostname -i) \\
        -Dwhisk.standalone.host.ip=$(hostname -i) \\
        -Dwhisk.standalone.host.external=localhost \\
        -Dloader.path=%s \\
        -cp /openwhisk-standalone.jar org.springframework.boot.loader.PropertiesLauncher \\
        --dev-mode --no-ui --no-browser --disable-color-logging --config-file %s "$@"
      """
          .formatted(PLUGINS, CONFIGURATION);

  private ConfigOverrides settings =
      ProviderSettings.withoutScheduler()
          .with("whisk.config.limits-actions-invokes-perMinute", 1_000_000)
          .with("whisk.config.limits-actions-invokes-concurrent", 10_000)
          .with("whisk.config.limits-triggers-fires-perMinute", 1_000_000);
  private RuntimesManifest runtimes = RuntimesManifest.NONE;
  private EngineSocket socket = EngineSocket.ofTheTest();

  /**
   * @param image an image of openwhisk/standalone, or one derived from it
   */
  public OpenWhiskContainer(DockerImageName image) {
    super(image);
    withExposedPorts(API);
    withEnv("JVM_EXTRA_ARGS", "-Xmx1g");
    withCreateContainerCmdModifier(create -> create.withEntrypoint(START));
    withCreateContainerCmdModifier(create -> socket.mountIn(create));
    waitingFor(
        Wait.forHttp("/api/v1/namespaces")
            .forPort(API)
            .withBasicCredentials(
                OpenWhiskClient.GUEST_KEY.substring(0, OpenWhiskClient.GUEST_KEY.indexOf(':')),
                OpenWhiskClient.GUEST_KEY.substring(OpenWhiskClient.GUEST_KEY.indexOf(':') + 1))
            .withStartupTimeout(Duration.ofMinutes(2)));
  }

  /**
   * Puts the plugin into the class path and makes it the invoker.
   *
   * @param jar aquatope-invoker-plugin.jar, or aquatope-invoker-plugin-akka.jar for {@link
   *     ActorLibrary#AKKA}
   */
  public OpenWhiskContainer withPlugin(Path jar) {
    return withJar(jar)
        .withConfig("whisk.spi.InvokerProvider", "io.aquatope.invoker.AquatopeInvokerProvider");
  }

  /** Puts a jar into the class path, for other service providers. */
  public OpenWhiskContainer withJar(Path jar) {
    return withCopyFileToContainer(
        MountableFile.forHostPath(jar), PLUGINS + "/" + jar.getFileName());
  }

  /**
   * Sets a key of OpenWhisk's or the plugin's configuration.
   *
   * @param key for example whisk.container-pool.user-memory
   * @param value a number, a boolean, a string (also for durations and sizes), a list or a map
   */
  public OpenWhiskContainer withConfig(String key, Object value) {
    settings = settings.with(key, value);
    return this;
  }

  /**
   * Adds a kind of actions. Without added kinds, the image's own runtimes are available.
   *
   * @param kind a family and a version: python:3
   */
  public OpenWhiskContainer withRuntime(String kind, DockerImageName image) {
    runtimes = runtimes.with(kind, image);
    return this;
  }

  /**
   * Connects OpenWhisk to the engine through another socket, for example a slow one; the test keeps
   * using its own.
   *
   * @param path on the machine of the engine
   */
  public OpenWhiskContainer withEngineSocket(Path path) {
    socket = new EngineSocket(path.toString());
    return this;
  }

  /**
   * Gives OpenWhisk read access to a folder of the engine's machine, for example its control
   * groups.
   *
   * @param folder on the machine of the engine
   * @param place in the container
   */
  public OpenWhiskContainer withHostFolder(Path folder, String place) {
    HostMount mount = new HostMount(folder.toString(), place, AccessMode.ro);
    return withCreateContainerCmdModifier(mount::mountIn);
  }

  @Override
  protected void configure() {
    withCopyToContainer(Transferable.of(SCRIPT, EXECUTABLE), START);
    withCopyToContainer(Transferable.of(settings.on("standalone.conf")), CONFIGURATION);
    if (!runtimes.images().isEmpty()) {
      withCopyToContainer(Transferable.of(runtimes.json()), MANIFEST);
      withCommand("--manifest", MANIFEST);
    }
  }

  /** Gives OpenWhisk time to remove the containers of its actions. */
  @Override
  protected void containerIsStopping(InspectContainerResponse info) {
    if (isRunning()) {
      getDockerClient().stopContainerCmd(info.getId()).withTimeout(STOP_SECONDS).exec();
    }
  }

  /** A client of the namespace guest. */
  public OpenWhiskClient client() {
    return new OpenWhiskClient(
        URI.create("http://" + getHost() + ":" + getMappedPort(API)), OpenWhiskClient.GUEST_KEY);
  }

  /** The containers of this OpenWhisk's actions. */
  public ActionContainers actionContainers() {
    return new ActionContainers(getDockerClient(), "wsk0");
  }
}
