/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.prepare.FakeLogging;
import io.aquatope.prepare.ScriptedContainerFactory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.concurrent.Future;
import scala.concurrent.Promise;

final class ContainerSourceTest {

  private final ActorSystem system = ActorSystem.create("ContainersTest");
  private final TestKit pool = new TestKit(system);
  private final Promise<Container> creation = Futures.promise();
  private final List<String> history = new CopyOnWriteArrayList<>();

  @AfterEach
  void stopActors() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void containersThatAreBeingCreatedAtShutdownAreRemovedToo() throws Exception {
    create();
    TestKit probe = new TestKit(system);
    probe.watch(pool.getRef());
    CompletableFuture<Done> shutdown = shutDown();
    probe.expectTerminated(pool.getRef());

    history.add("created");
    creation.failure(new IllegalStateException("whatever comes of it"));
    shutdown.get(10, SECONDS);

    assertThat(history).containsExactly("created", "cleaned up");
  }

  @Test
  void aContainerThatNeverComesDoesNotHoldUpTheOthersRemoval() throws Exception {
    create();
    shutDown().get(10, SECONDS);

    assertThat(history).containsExactly("cleaned up");
  }

  private void create() {
    ContainerSource containers =
        ContainerSource.create(
            (actors, logging, config, instance, parameters) -> new Factory(),
            new WhiskConfig(),
            new InvokerInstanceId(),
            Map$.MODULE$::empty,
            system,
            new FakeLogging());
    var unused =
        containers.create(
            containers.request(
                new ExecManifest$ImageName(),
                false,
                new ByteSize(256, SizeUnits$MB$.MODULE$),
                1,
                Option.empty(),
                Option.empty()),
            "wsk0_1_guest_hello",
            new TransactionMetadata("t", Instant.EPOCH, false, Option.empty()));
    containers.cleanUpAfter(pool.getRef());
  }

  private CompletableFuture<Done> shutDown() {
    return CoordinatedShutdown.get(system)
        .runAll(CoordinatedShutdown.unknownReason())
        .toCompletableFuture();
  }

  private final class Factory implements ScriptedContainerFactory {

    @Override
    public Future<Container> create(String name) {
      return creation.future();
    }

    @Override
    public void cleanup() {
      history.add("cleaned up");
    }
  }
}
