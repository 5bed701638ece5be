/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plugin in two invokers, with a controller and a broker, while parts of it are restarted. */
@Requires(Engine.CLUSTER)
class ClusterIT {

  private static final Duration WARM_UP = Duration.ofSeconds(5);

  /** Calls that an invoker has taken end sooner. */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private static OpenWhiskCluster cluster;

  @BeforeAll
  static void start() {
    cluster = PluginUnderTest.inCluster(ClusterIT.class);
    cluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.stop();
    assertThat(cluster.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @Test
  void theFirstCallIsAColdStartAndTheNextFindsTheContainerWarm() throws Exception {
    cluster.client().put(Nap.nap("first"));

    assertThat(cluster.client().invoke("first").initTime())
        .hasValueSatisfying(time -> assertThat(time).isGreaterThanOrEqualTo(Nap.INIT));
    Nap.letContainerGetFree();
    assertThat(cluster.client().invoke("first").initTime()).isEmpty();
  }

  @Test
  void noCallIsLostWhileAnInvokerIsTakenOutAndRestarted() throws Exception {
    Load load = load("moved");
    CompletableFuture<List<ActivationResult>> running = inBackground(load);

    Thread.sleep(WARM_UP.toMillis());
    cluster.disableInvoker(0);
    Thread.sleep(DRAIN.toMillis());
    cluster.stopInvoker(0);
    cluster.startInvoker(0);
    cluster.awaitInvokers(2);

    load.assertNoneIsLost(running.get());
  }

  @Test
  void noCallIsLostWhileTheBrokerIsRestarted() throws Exception {
    Load load = load("queued");
    CompletableFuture<List<ActivationResult>> running = inBackground(load);

    Thread.sleep(WARM_UP.toMillis());
    cluster.stopBroker();
    cluster.startBroker();

    load.assertNoneIsLost(running.get());
    cluster.awaitInvokers(2);
  }

  private static Load load(String name) {
    return new Load(cluster.client(), IntStream.rangeClosed(1, 4).mapToObj(i -> name + i).toList());
  }

  private static CompletableFuture<List<ActivationResult>> inBackground(Load load) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return load.run(300, 4, Duration.ofMillis(200));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
