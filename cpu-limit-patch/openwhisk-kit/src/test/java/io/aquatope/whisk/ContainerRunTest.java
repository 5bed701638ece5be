/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;
import spray.json.JsObject$;

/** A run through a decorator, by the method of either age of OpenWhisk. */
final class ContainerRunTest {

  private static final TransactionMetadata TRANSACTION =
      new TransactionMetadata("t", Instant.EPOCH, false, Option.empty());
  private static final FiniteDuration MINUTE = Duration.create(1, "minute");
  private static final JsObject EMPTY = JsObject$.MODULE$.empty();
  private static final ByteSize LARGEST = new ByteSize(1, SizeUnits$MB$.MODULE$);
  private static final ByteSize CUT = new ByteSize(2, SizeUnits$MB$.MODULE$);

  private final List<Object[]> calls = new ArrayList<>();

  private final Container inner =
      (Container)
          Proxy.newProxyInstance(
              ContainerRunTest.class.getClassLoader(),
              new Class<?>[] {Container.class},
              (proxy, method, arguments) -> {
                calls.add(arguments);
                return null;
              });

  private final Container container =
      new ForwardingContainer() {
        @Override
        protected Container inner() {
          return inner;
        }
      };

  @Test
  void aRunWithALimitOfTheResponseIsPassedOnWithIt() {
    Future<Tuple2<Interval, ActivationResponse>> unused =
        container.run(EMPTY, EMPTY, MINUTE, 2, LARGEST, CUT, true, TRANSACTION);

    assertThat(calls)
        .containsExactly(new Object[] {EMPTY, EMPTY, MINUTE, 2, LARGEST, CUT, true, TRANSACTION});
  }

  @Test
  void aRunWithoutOneIsPassedOnWithoutIt() {
    Future<Tuple2<Interval, ActivationResponse>> unused =
        container.run(EMPTY, EMPTY, MINUTE, 2, true, TRANSACTION);

    assertThat(calls).containsExactly(new Object[] {EMPTY, EMPTY, MINUTE, 2, true, TRANSACTION});
  }
}
