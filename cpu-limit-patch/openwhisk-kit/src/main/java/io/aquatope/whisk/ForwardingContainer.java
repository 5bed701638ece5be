/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.apache.openwhisk.core.containerpool.ContainerClient;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.scaladsl.Source;
import org.apache.pekko.util.ByteString;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * A container that delegates all calls to another one. Decorators override the calls that they
 * change.
 *
 * <p>Each call, including the id, is delegated at the time of the call, so a decorator may also
 * exchange the other container.
 */
public abstract class ForwardingContainer implements Container {

  /** The container that receives the calls now. */
  protected abstract Container inner();

  /** Initialises the container. */
  protected Future<Interval> initialize(
      ContainerInitialisation initialisation, TransactionMetadata transid) {
    return initialisation.in(inner(), transid);
  }

  /** Runs an activation. */
  protected Future<Tuple2<Interval, ActivationResponse>> run(
      ContainerRun run, TransactionMetadata transid) {
    return run.in(inner(), transid);
  }

  @Override
  public final Future<Interval> initialize(
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      Option<WhiskAction> entity,
      TransactionMetadata transid) {
    return initialize(
        new ContainerInitialisation(initializer, timeout, maxConcurrent, entity), transid);
  }

  @Override
  public final Future<Tuple2<Interval, ActivationResponse>> run(
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean reschedule,
      TransactionMetadata transid) {
    return run(
        new ContainerRun(
            parameters,
            environment,
            timeout,
            maxConcurrent,
            Optional.of(new ContainerRun.ResponseLimit(maxResponse, truncation)),
            reschedule),
        transid);
  }

  @Override
  public final Future<Tuple2<Interval, ActivationResponse>> run(
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      boolean reschedule,
      TransactionMetadata transid) {
    return run(
        new ContainerRun(
            parameters, environment, timeout, maxConcurrent, Optional.empty(), reschedule),
        transid);
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return inner().destroy(transid);
  }

  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata transid) {
    return inner().suspend(transid);
  }

  @Override
  public Future<BoxedUnit> resume(TransactionMetadata transid) {
    return inner().resume(transid);
  }

  @Override
  public Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata transid) {
    return inner().logs(limit, waitForSentinel, transid);
  }

  @Override
  public ContainerId containerId() {
    return inner().containerId();
  }

  @Override
  public ContainerId id() {
    return inner().id();
  }

  @Override
  public ContainerAddress addr() {
    return inner().addr();
  }

  @Override
  public ActorSystem as() {
    return inner().as();
  }

  @Override
  public Logging logging() {
    return inner().logging();
  }

  @Override
  public ExecutionContext ec() {
    return inner().ec();
  }

  @Override
  public Option<ContainerClient> httpConnection() {
    return inner().httpConnection();
  }

  @Override
  public void httpConnection_$eq(Option<ContainerClient> client) {
    inner().httpConnection_$eq(client);
  }

  @Override
  public int containerHttpMaxConcurrent() {
    return inner().containerHttpMaxConcurrent();
  }

  @Override
  public void containerHttpMaxConcurrent_$eq(int maxConcurrent) {
    inner().containerHttpMaxConcurrent_$eq(maxConcurrent);
  }

  @Override
  public FiniteDuration containerHttpTimeout() {
    return inner().containerHttpTimeout();
  }

  @Override
  public void containerHttpTimeout_$eq(FiniteDuration timeout) {
    inner().containerHttpTimeout_$eq(timeout);
  }

  @Override
  public String toString() {
    return inner().toString();
  }
}
