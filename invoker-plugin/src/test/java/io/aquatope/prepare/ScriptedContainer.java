/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRun;
import io.aquatope.whisk.ForwardingContainer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.Promise$;
import scala.runtime.BoxedUnit;

/** A container that does at once what it is told, or fails at it, and remembers it. */
public final class ScriptedContainer extends ForwardingContainer {

  static final ExecutionContext AT_ONCE = ExecutionContext$.MODULE$.fromExecutor(Runnable::run);
  public static final Instant INIT_BEGAN = Instant.parse("2026-01-01T00:00:01Z");
  static final Instant INIT_ENDED = Instant.parse("2026-01-01T00:00:03Z");

  public final List<String> calls = new CopyOnWriteArrayList<>();
  public volatile String failsAt = "";
  volatile int statusCode;

  /** Whether its runs go on for ever. */
  volatile boolean neverEnds;

  private final String id;
  private final int port;

  public ScriptedContainer(String id, int port) {
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
    return called("initialize", new Interval(INIT_BEGAN, INIT_ENDED));
  }

  @Override
  protected Future<Tuple2<Interval, ActivationResponse>> run(
      ContainerRun run, TransactionMetadata transid) {
    ActivationResponse response =
        new ActivationResponse() {
          @Override
          public int statusCode() {
            return statusCode;
          }
        };
    if (neverEnds) {
      calls.add("run");
      return Promise$.MODULE$.<Tuple2<Interval, ActivationResponse>>apply().future();
    }
    return called("run", new Tuple2<>(new Interval(INIT_ENDED, INIT_ENDED), response));
  }

  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata transid) {
    return called("suspend", BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> resume(TransactionMetadata transid) {
    return called("resume", BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return called("destroy", BoxedUnit.UNIT);
  }

  private <T> Future<T> called(String call, T result) {
    calls.add(call);
    return call.equals(failsAt)
        ? Future$.MODULE$.failed(new IllegalStateException(call))
        : Future$.MODULE$.successful(result);
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
    return AT_ONCE;
  }
}
