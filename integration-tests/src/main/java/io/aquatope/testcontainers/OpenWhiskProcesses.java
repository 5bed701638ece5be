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
import java.util.function.BiFunction;
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
 * An OpenWhisk of several processes: what clusters with and without a scheduler have in common.
 *
 * <p>A kind of the family nodejs is needed: invokers are tested with an action of it. As with
 * {@link OpenWhiskContainer}, run only one per engine at a time.
 *
 * @param <C> the cluster itself, for calls that follow each other
 */
public abstract sealed class OpenWhiskProcesses<C extends OpenWhiskProcesses<C>>
    implements Startable permits OpenWhiskCluster, OpenWhiskSchedulerCluster {

  /** The port of each process in its container. */
  static final int API = 8080;

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

  /**
   * @param invokers how many
   * @param defaults the settings of a cluster in a network of that name with that database
   */
  OpenWhiskProcesses(
      ClusterImages images, int invokers, BiFunction<String, String, ConfigOverrides> defaults) {
    // OpenWhisk queries addresses with a template that does not accept dashes in names.
    String name = "openwhisk" + UUID.randomUUID().toString().replace("-", "");
    network = Network.builder().createNetworkCmdModifier(create -> create.withName(name)).build();
    settings = defaults.apply(name, DATABASE);
    mongo = new ClusterNode("mongo", images.mongo(), network, this::setMongo);
    kafka = new ClusterNode("kafka", images.kafka(), network, KafkaSettings::set);
    controller = new ClusterNode("controller", images.controller(), network, this::setController);
    this.invokers =
        IntStream.range(0, invokers)
            .mapToObj(
                id ->
                    new ClusterNode(
                        "invoker" + id, images.invoker(), network, node -> setInvoker(node, id)))
            .toList();
  }

  /** This cluster, as its own class. */
  abstract C self();

  /** What runs beside the controller and the invokers, in the order of the start. */
  abstract List<ClusterNode> schedulingNodes();

  /** The settings of the controller, made of those of all processes. */
  abstract ConfigOverrides controllerSettings(ConfigOverrides common);

  /** A further process in the cluster's network. */
  final ClusterNode node(String name, DockerImageName image, Consumer<ClusterNode> setting) {
    return new ClusterNode(name, image, network, setting);
  }

  /** Puts a jar into the class paths of the controller and the invokers. */
  public final C withJar(Path jar) {
    jars.add(jar);
    return self();
  }

  /**
   * Sets a key of OpenWhisk's or the plugin's configuration, in the controller and the invokers.
   *
   * @param value a number, a boolean, a string (also for durations and sizes), a list or a map
   */
  public final C withConfig(String key, Object value) {
    settings = settings.with(key, value);
    return self();
  }

  /**
   * Adds a kind of actions.
   *
   * @param kind a family and a version: python:3
   */
  public final C withRuntime(String kind, DockerImageName image) {
    runtimes = runtimes.with(kind, image);
    return self();
  }

  /** Receives the output of the controller and the invokers. */
  public final C withLogConsumer(Consumer<OutputFrame> consumer) {
    log = consumer;
    return self();
  }

  private void setMongo(ClusterNode node) {
    node.withExposedPorts(MONGO_PORT);
    node.waitingFor(Wait.forLogMessage(".*[Ww]aiting for connections.*", 1));
  }

  private void setController(ClusterNode node) {
    setOpenWhisk(node, controllerSettings(settings));
    addJars(node, "/controller");
    node.withCommand("./init.sh", "0");
    awaitPing(node);
  }

  /** Lets the start of a process wait until its server answers. */
  static void awaitPing(ClusterNode node) {
    node.withExposedPorts(API);
    node.waitingFor(Wait.forHttp("/ping").forPort(API).withStartupTimeout(START));
  }

  private void setInvoker(ClusterNode node, int id) {
    setOpenWhisk(node, settings);
    addJars(node, "/invoker");
    node.withCommand("./init.sh", "--id", String.valueOf(id));
    node.withCreateContainerCmdModifier(EngineSocket.ofTheTest()::mountIn);
  }

  private void addJars(ClusterNode node, String home) {
    for (Path jar : jars) {
      node.withCopyFileToContainer(
          MountableFile.forHostPath(jar), home + "/ext-lib/" + jar.getFileName());
    }
  }

  /** Sets what all processes of OpenWhisk have in common. */
  final void setOpenWhisk(ClusterNode node, ConfigOverrides own) {
    node.withEnv("JAVA_OPTS", "-Xmx512m -Dconfig.file=" + CONFIGURATION);
    node.withEnv(ClusterSettings.ENVIRONMENT);
    node.withEnv("RUNTIMES_MANIFEST", runtimes.json());
    node.withCopyToContainer(Transferable.of(own.on("application.conf")), CONFIGURATION);
    node.withLogConsumer(log);
  }

  /** The settings of all processes. */
  final ConfigOverrides settings() {
    return settings;
  }

  /** Starts all processes, and waits until the load balancer considers the invokers healthy. */
  @Override
  public final void start() {
    mongo.start();
    subjects().add("guest", OpenWhiskClient.GUEST_KEY);
    kafka.start();
    schedulingNodes().forEach(ClusterNode::start);
    controller.start();
    invokers.forEach(ClusterNode::start);
    awaitInvokers(invokers.size());
  }

  /** A client of the namespace guest. */
  public final OpenWhiskClient client() {
    return new OpenWhiskClient(api(), OpenWhiskClient.GUEST_KEY);
  }

  /**
   * A client of another namespace, which is created with a key of its own.
   *
   * @param namespace a new name, of at least five characters
   */
  public final OpenWhiskClient newNamespace(String namespace) {
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
  public final ActionContainers actionContainers() {
    return new ActionContainers(DockerClientFactory.lazyClient(), "wsk\\d+");
  }

  /**
   * Disables an invoker, as an operator does before a restart, and waits until the load balancer
   * knows. The invoker completes the activations that it has accepted by then, if it gets the time.
   */
  public final void disableInvoker(int id) {
    int healthy = healthyInvokers();
    operate(id, "POST", "/disable");
    awaitInvokers(healthy - 1);
  }

  /** Takes a disabled invoker back, and waits until the load balancer knows. */
  public final void enableInvoker(int id) {
    int healthy = healthyInvokers();
    operate(id, "POST", "/enable");
    awaitInvokers(healthy + 1);
  }

  /**
   * The answer of an invoker's own server to its operator.
   *
   * @param path for example /isEnabled
   * @throws IllegalStateException if it does not answer, or refuses
   */
  public final String askInvoker(int id, String path) {
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
  public final void stopInvoker(int id) {
    invokers.get(id).pause();
  }

  /** Starts a stopped invoker, without waiting until it is healthy. */
  public final void startInvoker(int id) {
    invokers.get(id).resume();
  }

  /** Stops the broker; its stored data remain. */
  public final void stopBroker() {
    kafka.pause();
  }

  /** Starts the stopped broker, without waiting until it is ready. */
  public final void startBroker() {
    kafka.resume();
  }

  /**
   * Waits until {@code number} invokers are healthy.
   *
   * @throws IllegalStateException if it takes more than three minutes
   */
  public final void awaitInvokers(int number) {
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
  public final void stop() {
    Lists.reverse(invokers).forEach(ClusterNode::stop);
    controller.stop();
    Lists.reverse(schedulingNodes()).forEach(ClusterNode::stop);
    kafka.stop();
    mongo.stop();
    network.close();
  }
}
