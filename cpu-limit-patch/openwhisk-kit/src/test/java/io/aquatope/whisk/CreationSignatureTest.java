/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;
import scala.concurrent.Future;
import scala.concurrent.Future$;

final class CreationSignatureTest {

  private static final TransactionMetadata TRANSACTION =
      new TransactionMetadata("t", Instant.EPOCH, false, Option.empty());

  /** An action cannot be created here, so something else stands for it. */
  private static final Option<Object> SOMETHING = new Some<>("an action or a limit");

  private final RecordingFactory factory = new RecordingFactory();
  private final WhiskConfig config = new WhiskConfig();
  private final Logging logging = (level, id, from, message) -> {};
  private final ExecManifest$ImageName image = new ExecManifest$ImageName();

  @Test
  void aFactoryThatTakesACpuLimitGetsItAndTheAction() {
    Future<Container> unused =
        CreationSignature.WITH_CPU_LIMIT.create(
            factory, request().withCpuLimit(0.5), "name", TRANSACTION);

    assertThat(factory.calls).containsExactly("name, Some(0.5), None");
  }

  @Test
  void aFactoryThatTakesNoneGetsTheActionOnly() {
    ContainerRequest request =
        CreationSignature.WITHOUT_CPU_LIMIT.withOption(request().withCpuLimit(0.5), SOMETHING);
    Future<Container> unused =
        CreationSignature.WITHOUT_CPU_LIMIT.create(factory, request, "name", TRANSACTION);

    assertThat(factory.calls).containsExactly("name, " + SOMETHING);
  }

  @Test
  void theMethodWithOneOptionPassesTheLimitOrTheAction() {
    ContainerRequest limited = CreationSignature.WITH_CPU_LIMIT.withOption(request(), SOMETHING);
    ContainerRequest forAction =
        CreationSignature.WITHOUT_CPU_LIMIT.withOption(request(), SOMETHING);

    assertThat(limited.cpuLimit()).isEqualTo(SOMETHING);
    assertThat(limited.action().isEmpty()).isTrue();
    assertThat(forAction.cpuLimit().isEmpty()).isTrue();
    assertThat((Object) forAction.action()).isEqualTo(SOMETHING);
  }

  @Test
  void eachMethodOfADecoratorArrivesInOne() {
    List<ContainerRequest> requests = new ArrayList<>();
    ContainerFactory decorator =
        new ForwardingContainerFactory(factory) {
          @Override
          protected Future<Container> create(
              ContainerRequest request, String name, TransactionMetadata transid) {
            requests.add(request);
            return super.create(request, name, transid);
          }
        };
    ByteSize memory = new ByteSize(256, SizeUnits$MB$.MODULE$);
    Future<Container> unused =
        decorator.createContainer(
            TRANSACTION,
            "all",
            image,
            true,
            memory,
            64,
            new Some<>(1.5),
            Option.empty(),
            config,
            logging);
    unused =
        decorator.createContainer(
            TRANSACTION, "limited", image, true, memory, 64, new Some<>(1.5), config, logging);
    unused =
        decorator.createContainer(TRANSACTION, "plain", image, true, memory, 64, config, logging);

    assertThat(requests)
        .extracting(ContainerRequest::cpuLimit)
        .containsExactly(new Some<>(1.5), new Some<>(1.5), Option.empty());
    assertThat(factory.calls)
        .containsExactly("all, Some(1.5), None", "limited, Some(1.5), None", "plain, None, None");
  }

  private ContainerRequest request() {
    return new ContainerRequest(
        image,
        false,
        new ByteSize(256, SizeUnits$MB$.MODULE$),
        64,
        Option.empty(),
        Option.empty(),
        config,
        logging);
  }

  /** Keeps the name and the options of each creation. */
  private static final class RecordingFactory implements ContainerFactory {

    private final List<String> calls = new ArrayList<>();

    @Override
    public Future<Container> createContainer(
        TransactionMetadata tid,
        String name,
        ExecManifest$ImageName actionImage,
        boolean userProvidedImage,
        ByteSize memory,
        int cpuShares,
        Option<Object> cpuLimit,
        Option<ExecutableWhiskAction> action,
        WhiskConfig config,
        Logging logging) {
      return called(name + ", " + cpuLimit + ", " + action);
    }

    @Override
    public Future<Container> createContainer(
        TransactionMetadata tid,
        String name,
        ExecManifest$ImageName actionImage,
        boolean userProvidedImage,
        ByteSize memory,
        int cpuShares,
        Option<Object> option,
        WhiskConfig config,
        Logging logging) {
      return called(name + ", " + option);
    }

    private Future<Container> called(String call) {
      calls.add(call);
      return Future$.MODULE$.failed(new UnsupportedOperationException());
    }

    @Override
    public void init() {}

    @Override
    public void cleanup() {}
  }
}
