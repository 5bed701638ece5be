/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ForwardingContainer;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import scala.concurrent.ExecutionContext;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/** One of the {@link ActionContainers}, as OpenWhisk sees containers. Its methods block. */
final class DockerActionContainer extends ForwardingContainer {

  private final ActionContainers engine;
  private final String id;
  private final int port;

  DockerActionContainer(ActionContainers engine, String id, int port) {
    this.engine = engine;
    this.id = id;
    this.port = port;
  }

  @Override
  protected Container inner() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected Future<Interval> initialize(
      ContainerInitialisation asked, TransactionMetadata transid) {
    return done(
        () -> {
          Instant start = Instant.now();
          engine.post(port, "/init");
          return new Interval(start, Instant.now());
        });
  }

  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata transid) {
    return done(() -> unit(engine.docker.pauseContainerCmd(id).exec()));
  }

  @Override
  public Future<BoxedUnit> resume(TransactionMetadata transid) {
    return done(() -> unit(engine.docker.unpauseContainerCmd(id).exec()));
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    engine.remove(id);
    return Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  private static BoxedUnit unit(Object ignored) {
    return BoxedUnit.UNIT;
  }

  private static <T> Future<T> done(Callable<T> work) {
    try {
      return Future$.MODULE$.successful(work.call());
    } catch (Exception e) {
      return Future$.MODULE$.failed(e);
    }
  }

  @Override
  public ContainerId containerId() {
    return new ContainerId(id);
  }

  @Override
  public ContainerAddress addr() {
    return new ContainerAddress("127.0.0.1", port);
  }

  @Override
  public ExecutionContext ec() {
    return ExecutionContext$.MODULE$.global();
  }
}
