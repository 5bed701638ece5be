/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aquatope.prepare.Payloads;
import io.aquatope.prepare.ScriptedContainer;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.ContainerSupplier;
import io.aquatope.prepare.container.LivenessProbe;
import io.aquatope.whisk.ContainerInitialisation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerHealthError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.pekko.actor.Cancellable;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;

final class LeasedContainerTest {

  private static final FiniteDuration MINUTE = FiniteDuration.create(1, "minute");
  private static final TransactionMetadata CALL =
      new TransactionMetadata("call", Instant.EPOCH, false, Option.empty());

  private final ScriptedContainer real = new ScriptedContainer("c1", 1);

  @Test
  void aContainerIsDestroyedOnceHoweverOftenItsProxyAsks() throws Exception {
    LeasedContainer leased = new LeasedContainer(real, Optional::empty);

    Future<BoxedUnit> first = leased.destroy(CALL);
    Future<BoxedUnit> second = leased.destroy(CALL);

    assertThat(second).isSameAs(first);
    assertThat(real.calls).containsExactly("destroy");
  }

  @Test
  void anUnusedContainerThatIsKeptIsReleasedAndNotDestroyed() throws Exception {
    LeasedContainer leased = new LeasedContainer(real, Optional::empty);

    assertThat(leased.keep()).isTrue();
    Await.ready(leased.destroy(CALL), MINUTE);

    assertThat(real.calls).isEmpty();
    assertThat(Await.result(leased.released(), MINUTE)).isSameAs(real);
  }

  @Test
  void aContainerThatWasInitialisedForACallIsNotKept() throws Exception {
    LeasedContainer leased = new LeasedContainer(real, Optional::empty);
    Await.ready(initialize(leased), MINUTE);

    assertThat(leased.keep()).isFalse();
    Await.ready(leased.destroy(CALL), MINUTE);

    assertThat(real.calls).containsExactly("initialize", "destroy");
  }

  /** The proxy puts the activation back into its queue for this failure, and for no other. */
  @Test
  void aPreparedContainerThatIsLostAndNotReplacedIsAFailureOfItsHealth() throws Exception {
    Container prepared = prepare(Future$.MODULE$.failed(new IOException("no memory")));
    LeasedContainer leased = new LeasedContainer(prepared, Optional::empty);

    Throwable failure = catchThrowable(() -> Await.result(initialize(leased), MINUTE));

    assertThat(failure).isInstanceOf(ContainerHealthError.class);
    assertThat(((ContainerHealthError) failure).msg()).isEqualTo("c1");
    assertThat(((ContainerHealthError) failure).tid()).isEqualTo(CALL);
  }

  @Test
  void codeThatFailsInAReplacedContainerIsTheDevelopersFailure() throws Exception {
    ScriptedContainer fresh = new ScriptedContainer("c2", 1);
    fresh.failsAt = "initialize";
    Container prepared = prepare(Future$.MODULE$.successful(fresh));
    LeasedContainer leased = new LeasedContainer(prepared, Optional::empty);

    Throwable failure = catchThrowable(() -> Await.result(initialize(leased), MINUTE));

    assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("initialize");
  }

  /** Initialised ahead, and dead when it is needed: nothing listens at its port. */
  private Container prepare(Future<Container> replacement) throws Exception {
    ScriptedContainer dead = new ScriptedContainer("c1", closedPort());
    boolean[] asked = new boolean[1];
    ContainerSupplier origin =
        transid -> {
          boolean first = !asked[0];
          asked[0] = true;
          return first ? Future$.MODULE$.successful(dead) : replacement;
        };
    return Await.result(
        new ContainerPreparation(
                work -> Cancellable.alreadyCancelled(),
                new LivenessProbe(Duration.ofSeconds(1)),
                CALL,
                ExecutionContext$.MODULE$.global())
            .prepare(
                origin,
                Optional.of(
                    new ContainerInitialisation(Payloads.HELLO.json(), MINUTE, 1, Option.empty())),
                loss -> {}),
        MINUTE);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Future<Interval> initialize(Container container) {
    return container.initialize(Payloads.HELLO.json(), MINUTE, 1, Option.empty(), CALL);
  }
}
