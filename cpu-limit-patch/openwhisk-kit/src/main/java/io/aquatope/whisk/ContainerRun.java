/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * Parameters of a run in a container.
 *
 * @param parameters of the activation
 * @param environment of the activation: its id, its action, its namespace
 * @param timeout time limit of the run
 * @param maxConcurrent maximum number of concurrent activations in the container
 * @param response limit of the response; empty if this OpenWhisk passes none
 * @param reschedule whether a container that has gone is reported instead of answered for
 */
public record ContainerRun(
    JsValue parameters,
    JsObject environment,
    FiniteDuration timeout,
    int maxConcurrent,
    Optional<ResponseLimit> response,
    boolean reschedule) {

  /**
   * Limit of a response.
   *
   * @param size maximum size of the response
   * @param truncation size to which a larger response is cut
   */
  public record ResponseLimit(ByteSize size, ByteSize truncation) {}

  public Future<Tuple2<Interval, ActivationResponse>> in(
      Container container, TransactionMetadata transid) {
    return response.isPresent()
        ? limited(container, response.get(), transid)
        : unlimited(container, transid);
  }

  @LinksWith(WhiskFeature.RESPONSE_LIMIT)
  private Future<Tuple2<Interval, ActivationResponse>> limited(
      Container container, ResponseLimit limit, TransactionMetadata transid) {
    return container.run(
        parameters,
        environment,
        timeout,
        maxConcurrent,
        limit.size(),
        limit.truncation(),
        reschedule,
        transid);
  }

  @LinksWithout(WhiskFeature.RESPONSE_LIMIT)
  private Future<Tuple2<Interval, ActivationResponse>> unlimited(
      Container container, TransactionMetadata transid) {
    return container.run(parameters, environment, timeout, maxConcurrent, reschedule, transid);
  }
}
