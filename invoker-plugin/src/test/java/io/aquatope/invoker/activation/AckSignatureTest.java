/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.connector.AcknowledegmentMessage;
import org.apache.openwhisk.core.connector.AcknowledgementMessage;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.Message;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.Namespace;
import org.apache.openwhisk.core.entity.UserLimits;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.Seq$;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set$;

final class AckSignatureTest {

  private static final TransactionMetadata TRANSACTION =
      new TransactionMetadata("t", Instant.EPOCH, false, Option.empty());
  private static final ControllerInstanceId CONTROLLER = new ControllerInstanceId();

  /** Cannot be made without an OpenWhisk. */
  @SuppressWarnings("NullAway")
  private static final WhiskActivation ACTIVATION = null;

  private final List<String> types = new ArrayList<>();
  private final List<Object> passed = new ArrayList<>();

  private final ActiveAck ack =
      (ActiveAck)
          Proxy.newProxyInstance(
              AckSignatureTest.class.getClassLoader(),
              new Class<?>[] {ActiveAck.class},
              (proxy, method, arguments) -> {
                types.add(method.getParameterTypes()[5].getSimpleName());
                passed.addAll(Arrays.asList(arguments));
                return null;
              });

  @Test
  void theMessageIsPassedUnderItsNameOfToday() {
    AcknowledgementMessage completion = new AcknowledgementMessage() {};
    apply(AckSignature.ACKNOWLEDGEMENT, completion);

    assertThat(types).containsExactly("AcknowledgementMessage");
    assertThat(passed)
        .containsExactly(TRANSACTION, ACTIVATION, true, CONTROLLER, "uuid", completion);
  }

  @Test
  void theMessageIsPassedUnderItsFormerName() {
    AcknowledegmentMessage completion = new AcknowledegmentMessage() {};
    apply(AckSignature.ACKNOWLEDEGMENT, completion);

    assertThat(types).containsExactly("AcknowledegmentMessage");
    assertThat(passed)
        .containsExactly(TRANSACTION, ACTIVATION, true, CONTROLLER, "uuid", completion);
  }

  @SuppressWarnings("unchecked") // the signatures of OpenWhisk's classes have raw types
  private void apply(AckSignature signature, Message completion) {
    ActivationMessage message =
        new ActivationMessage(
            TRANSACTION,
            new FullyQualifiedEntityName(
                Seq$.MODULE$.empty(), "hello", Option.empty(), Option.empty()),
            "1",
            new Identity(
                "subject",
                new Namespace("guest", "uuid"),
                null,
                Set$.MODULE$.empty(),
                new UserLimits()),
            "activation",
            CONTROLLER,
            true,
            Option.empty(),
            Set$.MODULE$.empty(),
            Map$.MODULE$.empty(),
            Option.empty(),
            Option.empty());
    signature.apply(ack, message, ACTIVATION, true, completion);
  }
}
