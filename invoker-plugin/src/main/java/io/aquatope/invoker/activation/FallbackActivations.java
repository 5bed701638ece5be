/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import java.time.Instant;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.CombinedCompletionAndResultMessage$;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.EntityName$;
import org.apache.openwhisk.core.entity.Exec$;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.SemVer;
import org.apache.openwhisk.core.entity.SemVer$;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.entity.WhiskActivation$;
import scala.Option;
import scala.Some;
import scala.Tuple3;
import scala.collection.immutable.Map;
import scala.collection.immutable.Vector;
import spray.json.JsString;

/**
 * Answers activations that never reach a container, so that callers are informed and the load
 * balancer gets its slot back.
 */
final class FallbackActivations {

  private static final WhiskActivation$ NAMES = WhiskActivation$.MODULE$;

  private final InvokerInstanceId instance;
  private final ActiveAck ack;
  private final ActivationRecords records;

  FallbackActivations(InvokerInstanceId instance, ActiveAck ack, ActivationRecords records) {
    this.instance = instance;
    this.ack = ack;
    this.records = records;
  }

  /** Acknowledges and records an activation that ended before it began. */
  void answer(ActivationMessage message, ActivationResponse response) {
    WhiskActivation activation = activation(message, response);
    acknowledge(message, activation, message.blocking());
    records.store(message, activation);
  }

  /** Acknowledges an activation without a record: a blocked namespace must not fill the store. */
  void answerWithoutRecord(ActivationMessage message, ActivationResponse response) {
    acknowledge(message, activation(message, response), false);
  }

  private void acknowledge(
      ActivationMessage message, WhiskActivation activation, boolean blocking) {
    AckSignature.INSTALLED.apply(
        ack,
        message,
        activation,
        blocking,
        CombinedCompletionAndResultMessage$.MODULE$.apply(message.transid(), activation, instance));
  }

  /** The kind is unknown if the action could not be fetched. */
  private static WhiskActivation activation(
      ActivationMessage message, ActivationResponse response) {
    FullyQualifiedEntityName action = message.action();
    FullyQualifiedEntityName unversioned =
        new FullyQualifiedEntityName(
            action.path(), action.name(), Option.empty(), action.binding());
    Map<ParameterName, ParameterValue> annotations =
        both(
            parameter(NAMES.pathAnnotation(), unversioned.asString()),
            parameter(NAMES.kindAnnotation(), Exec$.MODULE$.UNKNOWN()));
    if (message.causedBySequence()) {
      annotations =
          both(annotations, parameter(NAMES.causedByAnnotation(), Exec$.MODULE$.SEQUENCE()));
    }
    Instant now = Instant.now();
    return new WhiskActivation(
        EntityName$.MODULE$.toPath$extension(message.user().namespace().name()),
        action.name(),
        message.user().subject(),
        message.activationId(),
        now,
        now,
        message.cause(),
        response,
        Vector.empty(),
        version(action),
        false,
        annotations,
        new Some<>(0L));
  }

  private static Tuple3<Object, Object, Object> version(FullyQualifiedEntityName action) {
    if (action.version().isEmpty()) {
      return SemVer$.MODULE$.apply();
    }
    SemVer version = action.version().get();
    return SemVer$.MODULE$.apply(version.major(), version.minor(), version.patch());
  }

  private static Map<ParameterName, ParameterValue> parameter(String name, String value) {
    return Parameters$.MODULE$.apply(name, new JsString(value));
  }

  private static Map<ParameterName, ParameterValue> both(
      Map<ParameterName, ParameterValue> one, Map<ParameterName, ParameterValue> other) {
    return Parameters$.MODULE$.$plus$plus$extension0(one, other);
  }
}
