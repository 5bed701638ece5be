/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.LoggingMarkers$;
import org.apache.openwhisk.common.MetricEmitter$;
import org.apache.openwhisk.core.connector.ContainerCreationAckMessage;
import org.apache.openwhisk.core.connector.ContainerCreationError;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.connector.ResultMetadata;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.SchedulerInstanceId;
import org.apache.openwhisk.core.invoker.Invoker$;
import scala.Option;
import scala.Some;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/** Sender of the acknowledgements of creation messages. Thread-safe. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class CreationAcks implements CreationAnswers {

  private final MessageProducer producer;
  private final InvokerInstanceId instance;
  private final Logging logging;
  private final ExecutionContext context;

  public CreationAcks(
      MessageProducer producer,
      InvokerInstanceId instance,
      Logging logging,
      ExecutionContext context) {
    this.producer = producer;
    this.instance = instance;
    this.logging = logging;
    this.context = context;
  }

  @Override
  public void succeeded(ContainerCreationMessage creation) {
    var unused = send(creation.rootSchedulerIndex(), ack(creation, Option.empty(), Option.empty()));
  }

  @Override
  public void refused(ContainerCreationMessage creation, CreationFault fault, String reason) {
    MetricEmitter$.MODULE$.emitCounterMetric(
        LoggingMarkers$.MODULE$.INVOKER_CONTAINER_CREATE(
            creation.action().asString(), fault.isTriedElsewhere() ? "reschedule" : "failed"),
        1);
    var unused =
        send(
            creation.rootSchedulerIndex(),
            ack(creation, new Some<>(fault.error()), new Some<>(reason)));
  }

  /** Sends any acknowledgement to a scheduler. */
  Future<ResultMetadata> send(SchedulerInstanceId scheduler, ContainerCreationAckMessage ack) {
    Future<ResultMetadata> sent =
        producer.send(
            Invoker$.MODULE$.topicPrefix() + "creationAck" + scheduler.asString(), ack, 0);
    sent.onComplete(
        outcome -> {
          if (outcome.isSuccess()) {
            logging.info(
                this,
                () ->
                    "acknowledged container creation %s: %s"
                        .formatted(
                            ack.creationId(),
                            ack.reason().isEmpty() ? "success" : ack.reason().get()),
                ack.transid());
          } else {
            logging.error(
                this,
                () ->
                    "failed to acknowledge container creation %s: %s"
                        .formatted(ack.creationId(), outcome.failed().get()),
                ack.transid());
          }
          return BoxedUnit.UNIT;
        },
        context);
    return sent;
  }

  private ContainerCreationAckMessage ack(
      ContainerCreationMessage creation,
      Option<ContainerCreationError> error,
      Option<String> reason) {
    return new ContainerCreationAckMessage(
        creation.transid(),
        creation.creationId(),
        creation.invocationNamespace(),
        creation.action(),
        creation.revision(),
        creation.whiskActionMetaData(),
        instance,
        creation.schedulerHost(),
        creation.rpcPort(),
        creation.retryCount(),
        error,
        reason);
  }
}
