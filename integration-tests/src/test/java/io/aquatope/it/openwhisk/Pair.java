/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static io.aquatope.it.openwhisk.Nap.nap;
import static io.aquatope.it.openwhisk.Nap.sleeping;

import com.github.dockerjava.api.model.Container;
import io.aquatope.testcontainers.ActionContainers;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.time.Duration;
import java.util.List;

/**
 * A sequence of two actions in an OpenWhisk that keeps no idle container for long: between its
 * calls the containers go, so that each is a cold start unless it is expected.
 */
final class Pair {

  static final String SECOND = "second";

  private static final String FIRST = "first";
  private static final String BOTH = "both";
  private static final Duration FIRST_TAKES = Duration.ofSeconds(3);
  private static final Duration KEPT = Duration.ofSeconds(4);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final OpenWhiskContainer openWhisk;
  private final OpenWhiskClient client;
  private final ActionContainers containers;

  Pair(OpenWhiskContainer openWhisk) {
    this.openWhisk = openWhisk;
    client = openWhisk.client();
    containers = openWhisk.actionContainers();
    client.put(nap(FIRST));
    client.put(nap(SECOND));
    client.putSequence(BOTH, FIRST, SECOND);
  }

  /** Lets an OpenWhisk with the policy {@code aquatope} keep idle containers for 4 seconds. */
  static OpenWhiskContainer forgetting(OpenWhiskContainer openWhisk) {
    return openWhisk
        .withConfig("whisk.aquatope.policy", "aquatope")
        .withConfig("whisk.container-proxy.timeouts.pause-grace", "2 seconds")
        .withConfig("whisk.container-proxy.timeouts.idle-container", "2 seconds");
  }

  /** Calls the sequence as often as it takes to expect the second action. */
  void learn() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      callBoth();
    }
  }

  /** Calls the sequence when no container is left, and returns the second action's activation. */
  ActivationResult callBoth() throws InterruptedException {
    return second(begin());
  }

  /** Waits until no container is left, calls the sequence and returns its activation's id. */
  String begin() throws InterruptedException {
    awaitContainers(FIRST, 0);
    awaitContainers(SECOND, 0);
    return client.invokeLater(BOTH, sleeping(FIRST_TAKES));
  }

  /** The second action's activation, waited for. */
  ActivationResult second(String sequence) {
    ActivationResult both = client.await(sequence, MINUTE);
    return client.await(both.components().get(1), MINUTE);
  }

  /** The container that is prepared for the second action, when it has been initialised. */
  Container awaitPreparedSecond() throws InterruptedException {
    Container container = awaitContainers(SECOND, 1).get(0);
    long deadline = System.nanoTime() + FIRST_TAKES.toNanos();
    while (!isPrepared(container)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it is not initialised while the first action runs");
      }
      Thread.sleep(20);
    }
    return container;
  }

  /** As the log says; preparations have a transaction of their own. */
  private boolean isPrepared(Container container) {
    String log = openWhisk.getLogs();
    int begun = log.indexOf("sending initialization to ContainerId(" + container.getId());
    return begun >= 0
        && log.indexOf("[#tid_sid_invokerWarmup] [DockerContainer] initialization result", begun)
            >= 0;
  }

  private List<Container> awaitContainers(String action, int number) throws InterruptedException {
    // On a busy machine, OpenWhisk and the engine take long to remove a container.
    long deadline = System.nanoTime() + KEPT.plus(MINUTE).toNanos();
    List<Container> found = containers.of(action);
    while (found.size() != number) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%s containers of %s, expected %s".formatted(found.size(), action, number));
      }
      Thread.sleep(100);
      found = containers.of(action);
    }
    return found;
  }
}
