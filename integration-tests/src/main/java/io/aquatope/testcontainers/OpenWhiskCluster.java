/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

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
 *
 * <p>A kind of the family nodejs is needed: the load balancer tests invokers with an action of it.
 * As with {@link OpenWhiskContainer}, run only one per engine at a time.
 */
public final class OpenWhiskCluster implements Startable {

  private static final int INVOKERS = 2;
  private static final int API = 8080;
  private static final int MONGO_PORT = 27017;
  private static final String DATABASE = "whisk";
  private static final String CONFIGURATION = "/openwhisk.conf";
  private static final String OPERATOR = "invoker.user:invoker.pass";
  private static final Duration START = Duration.ofMinutes(3);

  private final Network network;
  private final ClusterNode mongo;
  private final ClusterNode kafka;
  private final ClusterNode controller;
  private final List<ClusterNode> invokers;
  private final List<Path> jars = new ArrayList<>();
  private ConfigOverrides settings;
  private RuntimesManifest runtimes = RuntimesManifest.NONE;
  private Consumer<OutputFrame> log = frame -> {};

  public OpenWhiskCluster(ClusterImages images) {
    // OpenWhisk queries addresses with a template that does not accept dashes in names.
    String name = "openwhisk" + UUID.randomUUID().toString().replace("-", "");
    network = Network.builder().createNetworkCmdModifier(create -> create.withName(name)).build();
    settings = ClusterSettings.of(name, DATABASE);
    mongo = new ClusterNode("mongo", images.mongo(), network, this::setMongo);
    kafka = new ClusterNode("kafka", images.kafka(), network, KafkaSettings::set);
    controller = new ClusterNode("controller", images.controller(), network, this::setController);
    invokers =
        IntStream.range(0, INVOKERS)
            .mapToObj(
                id ->
                    new ClusterNode(
                        "invoker" + id, images.invoker(), network, node -> setInvoker(node, id)))
            .toList();
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

  /** Puts a jar into the class paths of the controller and the invokers. */
  public OpenWhiskCluster withJar(Path jar) {
    jars.add(jar);
    return this;
  }

  /**
   * Sets a key of OpenWhisk's or the plugin's configuration, in the controller and the invokers.
   *
   * @param value a number, a boolean, a string (also for durations and sizes), a list or a map
   */
  public OpenWhiskCluster withConfig(String key, Object value) {
    settings = settings.with(key, value);
    return this;
  }

  /**
   * Adds a kind of actions.
   *
   * @param kind a family and a version: python:3
   */
  public OpenWhiskCluster withRuntime(String kind, DockerImageName image) {
    runtimes = runtimes.with(kind, image);
    return this;
  }

  /** Receives the output of the controller and the invokers. */
  public OpenWhiskCluster withLogConsumer(Consumer<OutputFrame> consumer) {
    log = consumer;
    return this;
  }

  private void setMongo(ClusterNode node) {
    node.withExposedPorts(MONGO_PORT);
    node.waitingFor(Wait.forLogMessage(".*[Ww]aiting for connections.*", 1));
  }

  private void setController(ClusterNode node) {
    setOpenWhisk(node, "/controller");
    node.withExposedPorts(API);
    node.withCommand("./init.sh", "0");
    node.waitingFor(Wait.forHttp("/ping").forPort(API).withStartupTimeout(START));
  }

  private void setInvoker(ClusterNode node, int id) {
    setOpenWhisk(node, "/invoker");
    node.withCommand("./init.sh", "--id", String.valueOf(id));
    node.withCreateContainerCmdModifier(EngineSocket.ofTheTest()::mountIn);
  }

  private void setOpenWhisk(ClusterNode node, String home) {
    node.withEnv("JAVA_OPTS", "-Xmx512m -Dconfig.file=" + CONFIGURATION);
    node.withEnv(ClusterSettings.ENVIRONMENT);
    node.withEnv("RUNTIMES_MANIFEST", runtimes.json());
    node.withCopyToContainer(Transferable.of(settings.on("application.conf")), CONFIGURATION);
    for (Path jar : jars) {
      node.withCopyFileToContainer(
          MountableFile.forHostPath(jar), home + "/ext-lib/" + jar.getFileName());
    }
    node.withLogConsumer(log);
  }

  /** Starts all processes, and waits until the load balancer considers the invokers healthy. */
  @Override
  public void start() {
    mongo.start();
    subjects().add("guest", OpenWhiskClient.GUEST_KEY);
    kafka.start();
    controller.start();
    invokers.forEach(ClusterNode::start);
    awaitInvokers(INVOKERS);
  }

  /** A client of the namespace guest. */
  public OpenWhiskClient client() {
    return new OpenWhiskClient(api(), OpenWhiskClient.GUEST_KEY);
  }

  /**
   * A client of another namespace, which is created with a key of its own.
   *
   * @param namespace a new name, of at least five characters
   */
  public OpenWhiskClient newNamespace(String namespace) {
    // OpenWhisk requires a secret of 64 characters.
    String secret = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    String key = UUID.randomUUID() + ":" + secret;
    subjects().add(namespace, key);
    return new OpenWhiskClient(api(), key);
  }

  private SubjectStore subjects() {
    return new SubjectStore(
        "mongodb://" + mongo.getHost() + ":" + mongo.getMappedPort(MONGO_PORT), DATABASE);
  }

  /** The containers of the cluster's actions. */
  public ActionContainers actionContainers() {
    return new ActionContainers(DockerClientFactory.lazyClient(), "wsk\\d+");
  }

  /**
   * Disables an invoker, as an operator does before a restart, and waits until the load balancer
   * knows. The invoker completes the activations that it has accepted by then, if it gets the time.
   */
  public void disableInvoker(int id) {
    int healthy = healthyInvokers();
    operate(id, "POST", "/disable");
    awaitInvokers(healthy - 1);
  }

  /**
   * The answer of an invoker's own server to its operator.
   *
   * @param path for example /isEnabled
   * @throws IllegalStateException if it does not answer, or refuses
   */
  public String askInvoker(int id, String path) {
    return operate(id, "GET", path);
  }

  private String operate(int id, String method, String path) {
    String url = "http://localhost:" + API + path;
    try {
      var answer =
          invokers.get(id).execInContainer("curl", "-sf", "-X", method, "-u", OPERATOR, url);
      if (answer.getExitCode() != 0) {
        throw new IllegalStateException(
            "%s %s of invoker%s: curl ended with %s"
                .formatted(method, path, id, answer.getExitCode()));
      }
      return answer.getStdout();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops an invoker; it removes its containers. */
  public void stopInvoker(int id) {
    invokers.get(id).pause();
  }

  /** Starts a stopped invoker, without waiting until it is healthy. */
  public void startInvoker(int id) {
    invokers.get(id).resume();
  }

  /** Stops the broker; its stored data remain. */
  public void stopBroker() {
    kafka.pause();
  }

  /** Starts the stopped broker, without waiting until it is ready. */
  public void startBroker() {
    kafka.resume();
  }

  /**
   * Waits until {@code number} invokers are healthy.
   *
   * @throws IllegalStateException if it takes more than three minutes
   */
  public void awaitInvokers(int number) {
    PollUntil.await(
        START,
        number + " healthy invokers",
        () -> Optional.of(healthyInvokers()).filter(healthy -> healthy == number));
  }

  private int healthyInvokers() {
    try (var answer = api().resolve("/invokers/healthy/count").toURL().openStream()) {
      return Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI api() {
    return URI.create("http://" + controller.getHost() + ":" + controller.getMappedPort(API));
  }

  @Override
  public void stop() {
    Lists.reverse(invokers).forEach(ClusterNode::stop);
    controller.stop();
    kafka.stop();
    mongo.stop();
    network.close();
  }
}
