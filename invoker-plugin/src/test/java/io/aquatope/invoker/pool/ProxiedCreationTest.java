/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.prepare.FakeLogging;
import io.aquatope.prepare.ScriptedContainerFactory;
import io.aquatope.whisk.ContainerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Map$;
import scala.concurrent.Future;
import scala.concurrent.Future$;

final class ProxiedCreationTest {

  private static final TransactionMetadata TRANSACTION =
      new TransactionMetadata("t", Instant.EPOCH, false, Option.empty());
  private static final ByteSize MB_256 = new ByteSize(256, SizeUnits$MB$.MODULE$);

  private final ActorSystem system = ActorSystem.create();
  private final ExecManifest$ImageName image = new ExecManifest$ImageName();
  private final List<ContainerRequest> requests = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private final ProxiedCreation creation =
      (request, name, transid) -> {
        requests.add(request);
        names.add(name + " " + transid.id());
        return Future$.MODULE$.failed(new UnsupportedOperationException());
      };

  private final ScriptedContainerFactory factory =
      name -> Future$.MODULE$.failed(new UnsupportedOperationException());

  private final ContainerSource containers =
      ContainerSource.create(
          (actors, logging, config, instance, parameters) -> factory,
          new WhiskConfig(),
          new InvokerInstanceId(),
          Map$.MODULE$::empty,
          system,
          new FakeLogging());

  @AfterEach
  void stop() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void aProxyThatPassesACpuLimitAsksWithIt() {
    Future<Container> unused =
        creation
            .withCpuLimit(containers)
            .apply(
                new TransactionId(TRANSACTION),
                "wsk0_1",
                image,
                true,
                MB_256,
                64,
                new Some<>(0.5),
                Option.<ExecutableWhiskAction>empty());

    assertThat(names).containsExactly("wsk0_1 t");
    assertThat(requests).singleElement().satisfies(this::isAsked);
    assertThat(requests.get(0).cpuLimit()).isEqualTo(new Some<>(0.5));
  }

  @Test
  void aProxyThatPassesNoneAsksWithoutOne() {
    Future<Container> unused =
        creation
            .withoutCpuLimit(containers)
            .apply(
                new TransactionId(TRANSACTION),
                "wsk0_1",
                image,
                true,
                MB_256,
                64,
                Option.<ExecutableWhiskAction>empty());

    assertThat(names).containsExactly("wsk0_1 t");
    assertThat(requests).singleElement().satisfies(this::isAsked);
    assertThat(requests.get(0).cpuLimit().isEmpty()).isTrue();
  }

  private void isAsked(ContainerRequest request) {
    assertThat(request.image()).isSameAs(image);
    assertThat(request.userProvided()).isTrue();
    assertThat(request.memoryMb()).isEqualTo(256);
    assertThat(request.cpuShares()).isEqualTo(64);
    assertThat(request.executable()).isEmpty();
  }
}
