/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.invoker.pool.Actions;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRequest;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsString;

final class KnownActionsTest {

  private static final FiniteDuration MINUTE = FiniteDuration.create(1, "minute");

  private final KnownActions known =
      new KnownActions(ActionWeight.MOST_BYTES, System::nanoTime, NamespaceCache.Usage.UNOBSERVED);

  /** Only the code was weighed: init-time parameters were not, nor what the action was bound to. */
  @Test
  void parametersAreWeighedAndOneTenantPushesOutNobodyElse() {
    FunctionId modest = learn(Payloads.HELLO.withCode("m".repeat(1_000_000)), "");

    FunctionId last = modest;
    for (int i = 0; i < 300; i++) {
      Payloads hoard = Payloads.HELLO.in("hostile").named("/hostile/f" + i);
      last =
          i % 2 == 0
              ? learn(hoard.with("KEY", "p".repeat(900_000)), "")
              : learn(hoard, "p".repeat(900_000));
      assertThat(known.heldBytes()).isLessThanOrEqualTo(ActionWeight.MOST_BYTES);
    }

    assertThat(known.find(modest)).isPresent();
    assertThat(known.find(last)).isPresent();
    assertThat(known.heldBytes()).isGreaterThan(ActionWeight.MOST_BYTES - 2_000_000);
  }

  @Test
  void whatIsSharedIsWeighedOnce() {
    learn(Payloads.HELLO.withCode("c".repeat(1_000_000)), "");

    assertThat(known.heldBytes()).isBetween(1_000_000L, 1_020_000L);
  }

  private FunctionId learn(Payloads payload, String parameter) {
    FunctionId id = KnownActions.id(payload.payload());
    known.learn(
        new FunctionSpec(id, "python:3", 256, 1),
        new ContainerRequest(
            new ExecManifest$ImageName(),
            false,
            new ByteSize(256, SizeUnits$MB$.MODULE$),
            64,
            Option.empty(),
            new Some<>(Actions.named("f").withParameter("p", new JsString(parameter)).action()),
            new WhiskConfig(),
            new FakeLogging()),
        new ContainerInitialisation(payload.json(), MINUTE, 1, Option.empty()));
    return id;
  }
}
