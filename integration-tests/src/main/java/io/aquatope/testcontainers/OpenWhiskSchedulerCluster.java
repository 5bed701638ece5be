/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * An OpenWhisk of several processes with the scheduler, as OpenWhisk is deployed by default: etcd,
 * schedulers, a controller, invokers, a Kafka broker, and MongoDB for the entities.
 *
 * <p>Without a plugin, the invokers are OpenWhisk's own.
 */
public final class OpenWhiskSchedulerCluster extends OpenWhiskProcesses<OpenWhiskSchedulerCluster> {

  private static final String ETCD_PORT = "2379";

  private final ClusterNode etcd;
  private final List<ClusterNode> schedulers;

  public OpenWhiskSchedulerCluster(
      ClusterImages images, SchedulerImages scheduler, ClusterSize size) {
    super(images, size.invokers(), ClusterSettings::withScheduler);
    etcd = node("etcd", scheduler.etcd(), OpenWhiskSchedulerCluster::setEtcd);
    schedulers =
        IntStream.range(0, size.schedulers())
            .mapToObj(
                id ->
                    node(
                        "scheduler" + id,
                        scheduler.scheduler(),
                        node -> setScheduler(node, "scheduler" + id, id)))
            .toList();
  }

  /**
   * Puts the plugin into the invokers' class paths and makes it the invoker, with its status pages.
   *
   * @param jar aquatope-invoker-plugin.jar, or aquatope-invoker-plugin-akka.jar for {@link
   *     ActorLibrary#AKKA}
   */
  public OpenWhiskSchedulerCluster withPlugin(Path jar) {
    return withJar(jar)
        .withConfig("whisk.spi.InvokerProvider", "io.aquatope.invoker.AquatopeInvokerProvider")
        .withConfig(
            "whisk.spi.InvokerServerProvider", "io.aquatope.invoker.AquatopeInvokerServerProvider");
  }

  private static void setEtcd(ClusterNode node) {
    node.withEnv("ETCDCTL_API", "3");
    node.withCommand(
        "etcd",
        "--listen-client-urls=http://0.0.0.0:" + ETCD_PORT,
        "--advertise-client-urls=http://etcd:" + ETCD_PORT);
    node.waitingFor(Wait.forLogMessage(".*ready to serve client requests.*", 1));
  }

  private void setScheduler(ClusterNode node, String name, int id) {
    setOpenWhisk(node, ClusterSettings.reachable(settings(), name));
    node.withEnv(ClusterSettings.endpoints(name));
    node.withCommand("./init.sh", String.valueOf(id));
    awaitPing(node);
  }

  @Override
  OpenWhiskSchedulerCluster self() {
    return this;
  }

  @Override
  List<ClusterNode> schedulingNodes() {
    return ImmutableList.<ClusterNode>builder().add(etcd).addAll(schedulers).build();
  }

  @Override
  ConfigOverrides controllerSettings(ConfigOverrides common) {
    return ClusterSettings.reachable(common, "controller");
  }

  /**
   * The keys in etcd, in their order.
   *
   * @param prefix without the name of the cluster: {@code warmed/} for those of idle containers
   */
  public List<String> keys(String prefix) {
    try {
      var answer =
          etcd.execInContainer(
              "etcdctl", "get", "--prefix", "--keys-only", ClusterSettings.KEYS + prefix);
      if (answer.getExitCode() != 0) {
        throw new IllegalStateException("etcdctl: " + answer.getStderr().strip());
      }
      return answer
          .getStdout()
          .lines()
          .filter(line -> !line.isBlank())
          .map(key -> key.substring(ClusterSettings.KEYS.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops a scheduler, as an operator does. */
  public void stopScheduler(int id) {
    schedulers.get(id).pause();
  }

  /** Starts a stopped scheduler, without waiting until it is ready. */
  public void startScheduler(int id) {
    schedulers.get(id).resume();
  }

  /** Stops etcd; its stored data remain. */
  public void stopEtcd() {
    etcd.pause();
  }

  /** Starts the stopped etcd, without waiting until it is ready. */
  public void startEtcd() {
    etcd.resume();
  }
}
