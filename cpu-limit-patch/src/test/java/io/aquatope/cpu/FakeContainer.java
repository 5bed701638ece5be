/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRun;
import io.aquatope.whisk.ForwardingContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerClient;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/** A container that does at once what it is told, in two and four seconds of a fake clock. */
final class FakeContainer extends ForwardingContainer {

  static final Instant INITIALISED = Instant.parse("2026-01-01T00:00:01Z");
  static final Instant RUN = Instant.parse("2026-01-01T00:00:03Z");
  static final Instant ENDED = Instant.parse("2026-01-01T00:00:07Z");

  final List<String> calls = new ArrayList<>();

  private final FakeTicker clock;
  private Interval initialised = new Interval(INITIALISED, RUN);
  private Interval ran = new Interval(RUN, ENDED);
  private Runnable duringRun = () -> {};

  /**
   * @param clock advances while it is initialised and while it runs
   */
  FakeContainer(FakeTicker clock) {
    this.clock = clock;
  }

  /** The machine's clock is stepped, so that intervals are not as long as what they are of. */
  void measure(Interval initialisation, Interval run) {
    initialised = initialisation;
    ran = run;
  }

  /** Has something happen in the middle of each run. */
  void whileRunning(Runnable event) {
    duringRun = event;
  }

  @Override
  protected Future<Interval> initialize(
      ContainerInitialisation asked, TransactionMetadata transid) {
    calls.add("initialize");
    clock.advance(Duration.between(INITIALISED, RUN));
    return Future$.MODULE$.successful(initialised);
  }

  @Override
  protected Future<Tuple2<Interval, ActivationResponse>> run(
      ContainerRun run, TransactionMetadata transid) {
    calls.add("run");
    clock.advance(Duration.between(RUN, ENDED));
    duringRun.run();
    ActivationResponse applicationError =
        new ActivationResponse() {
          @Override
          public int statusCode() {
            return 1;
          }
        };
    return Future$.MODULE$.successful(new Tuple2<>(ran, applicationError));
  }

  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata transid) {
    return called("suspend");
  }

  @Override
  public Future<BoxedUnit> resume(TransactionMetadata transid) {
    return called("resume");
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return called("destroy");
  }

  private Future<BoxedUnit> called(String call) {
    calls.add(call);
    return Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  @Override
  public ContainerId containerId() {
    return new ContainerId("c");
  }

  @Override
  public ContainerId id() {
    return containerId();
  }

  @Override
  public ExecutionContext ec() {
    return ExecutionContext$.MODULE$.global();
  }

  @Override
  public Option<ContainerClient> httpConnection() {
    return Option.empty();
  }

  @Override
  public int containerHttpMaxConcurrent() {
    return 1;
  }

  @Override
  protected Container inner() {
    throw new UnsupportedOperationException();
  }
}
