/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
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

public interface Container {
  ActorSystem as();

  ContainerId id();

  ContainerAddress addr();

  Logging logging();

  ExecutionContext ec();

  Option<ContainerClient> httpConnection();

  void httpConnection_$eq(Option<ContainerClient> client);

  int containerHttpMaxConcurrent();

  void containerHttpMaxConcurrent_$eq(int maxConcurrent);

  FiniteDuration containerHttpTimeout();

  void containerHttpTimeout_$eq(FiniteDuration timeout);

  default ContainerId containerId() {
    throw new SignatureOnly();
  }

  default Future<BoxedUnit> suspend(TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  default Future<BoxedUnit> resume(TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata transid);

  default Future<BoxedUnit> destroy(TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  default Future<Interval> initialize(
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      Option<WhiskAction> entity,
      TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  default Future<Tuple2<Interval, ActivationResponse>> run(
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean reschedule,
      TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  /** The only method in OpenWhisk before January 2023. */
  default Future<Tuple2<Interval, ActivationResponse>> run(
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      boolean reschedule,
      TransactionMetadata transid) {
    throw new SignatureOnly();
  }
}
