/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import org.apache.openwhisk.common.InvokerHealth;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.entity.ActivationId;
import org.apache.openwhisk.core.entity.ExecutableWhiskActionMetaData;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.loadBalancer.LoadBalancer;
import scala.Tuple2;
import scala.collection.IndexedSeq;
import scala.collection.Seq;
import scala.collection.immutable.List;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Either;

/**
 * Reports published activations and arriving results to the hub; otherwise behaves as its delegate.
 */
final class ObservedLoadBalancer implements LoadBalancer {

  private final LoadBalancer delegate;
  private final ControllerHub hub;
  private final ExecutionContext context;

  ObservedLoadBalancer(LoadBalancer delegate, ControllerHub hub, ExecutionContext context) {
    this.delegate = delegate;
    this.hub = hub;
    this.context = context;
  }

  @Override
  public Future<Future<Either<ActivationId, WhiskActivation>>> publish(
      ExecutableWhiskActionMetaData action, ActivationMessage msg, TransactionMetadata transid) {
    hub.published(msg);
    return delegate.publish(action, msg, transid).map(result -> observed(msg, result), context);
  }

  /** OpenWhisk completes a result's future only if the caller waits for the result. */
  private Future<Either<ActivationId, WhiskActivation>> observed(
      ActivationMessage msg, Future<Either<ActivationId, WhiskActivation>> result) {
    if (msg.blocking()) {
      result.foreach(
          outcome -> {
            if (outcome.isRight()) {
              hub.completed(msg);
            }
            return BoxedUnit.UNIT;
          },
          context);
    }
    return result;
  }

  @Override
  public Future<IndexedSeq<InvokerHealth>> invokerHealth() {
    return delegate.invokerHealth();
  }

  @Override
  public Future<Object> activeActivationsFor(String namespace) {
    return delegate.activeActivationsFor(namespace);
  }

  @Override
  public Future<Object> activeActivationsByController(String controller) {
    return delegate.activeActivationsByController(controller);
  }

  @Override
  public Future<List<Tuple2<String, String>>> activeActivationsByController() {
    return delegate.activeActivationsByController();
  }

  @Override
  public Future<Object> activeActivationsByInvoker(String invoker) {
    return delegate.activeActivationsByInvoker(invoker);
  }

  @Override
  public Future<Object> totalActiveActivations() {
    return delegate.totalActiveActivations();
  }

  @Override
  public int clusterSize() {
    return delegate.clusterSize();
  }

  @Override
  public boolean checkThrottle(Seq<String> namespace, String action) {
    return delegate.checkThrottle(namespace, action);
  }

  @Override
  public void close() {
    hub.close();
    delegate.close();
  }
}
