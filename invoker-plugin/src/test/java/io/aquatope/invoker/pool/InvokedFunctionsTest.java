/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StemCell;
import io.aquatope.prepare.NamespaceCache;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.openwhisk.core.containerpool.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spray.json.JsString;

final class InvokedFunctionsTest {

  private final InvokedFunctions functions = new InvokedFunctions();

  @Test
  void equalActionsInOneNamespaceAreOneFunction() {
    Actions hello = Actions.named("hello");

    assertThat(functions.of(hello.run("guest", "x")))
        .isSameAs(functions.of(hello.run("guest", "x")));
  }

  @Test
  void aFunctionHasTheNamesTheRevisionAndTheLimitsOfItsAction() {
    InvokedFunction hello =
        functions.of(Actions.named("hello").withMemory(512).withConcurrency(3).run("tenant", "x"));

    assertThat(hello.spec().id()).isEqualTo(new FunctionId("tenant", "guest/hello", "1-hello"));
    assertThat(hello.spec().stemCell()).isEqualTo(new StemCell("python:3", 512));
    assertThat(hello.spec().maxConcurrent()).isEqualTo(3);
  }

  @Test
  void namespacesDoNotShareAFunction() {
    Actions hello = Actions.named("hello");

    assertThat(functions.of(hello.run("one", "x")).spec().id())
        .isNotEqualTo(functions.of(hello.run("other", "x")).spec().id());
  }

  @Test
  void revisionsDoNotShareAFunction() {
    Actions hello = Actions.named("hello");

    assertThat(functions.of(hello.withRevision("2-hello").run("guest", "x")).spec().id())
        .isNotEqualTo(functions.of(hello.run("guest", "x")).spec().id());
  }

  @Test
  void withoutARevisionTheVersionStandsForIt() {
    assertThat(
            functions
                .of(Actions.named("hello").withRevision("").run("guest", "x"))
                .spec()
                .id()
                .revision())
        .isEqualTo("0.0.1");
  }

  @Test
  void differentActionsWithTheSameNamesAndRevisionAreDifferentFunctions() {
    Actions before = Actions.named("hello").withCode("before");
    Actions after = Actions.named("hello").withCode("after");
    InvokedFunction one = functions.of(before.run("guest", "x"));
    InvokedFunction other = functions.of(after.run("guest", "x"));

    assertThat(other.spec().id()).isNotEqualTo(one.spec().id());
    assertThat(functions.of(before.run("guest", "x"))).isSameAs(one);
    assertThat(functions.of(after.run("guest", "x"))).isSameAs(other);
  }

  @Test
  void aCallThatBringsInitParametersWhichWereNotExpectedIsOfAnotherFunction() {
    Actions hello = Actions.named("hello").withoutKey();
    Actions bound = hello.withInitArgs("token");
    functions.expect("guest", hello.action(), hello.initParameters());
    InvokedFunction expected = functions.of(hello.run("guest", "x"));

    InvokedFunction called = functions.of(bound.run("guest", "y"));

    assertThat(expected.spec().deepest()).isEqualTo(PreparationDepth.INITIALISED);
    assertThat(called.spec().deepest()).isEqualTo(PreparationDepth.CREATED);
    assertThat(called.spec().id()).isNotEqualTo(expected.spec().id());
    assertThat(functions.latest("guest", "guest/hello")).contains(called.spec());
    assertThat(functions.of(bound.run("guest", "z"))).isSameAs(called);
  }

  @Test
  void activationsAreEqualByTheirIdOnly() {
    Actions hello = Actions.named("hello");
    InvokedFunction function = functions.of(hello.run("guest", "x"));

    assertThat(new RunActivation(hello.run("a"), function))
        .isEqualTo(new RunActivation(hello.run("a"), function))
        .hasSameHashCodeAs(new RunActivation(hello.run("a"), function))
        .isNotEqualTo(new RunActivation(hello.run("b"), function));
  }

  /** Parameters and annotations were held as well, and only the code was weighed. */
  @Test
  void parametersAreWeighedAndOneTenantPushesOutNobodyElse() {
    Actions modest = Actions.named("modest").withCode("m".repeat(1_000_000));
    functions.of(modest.run("guest", "x"));

    for (int i = 0; i < 1_500; i++) {
      functions.of(
          Actions.named("hoard" + i)
              .withParameter("p", new JsString("p".repeat(900_000)))
              .run("hostile", "x"));
      assertThat(functions.heldBytes()).isLessThanOrEqualTo(64L << 20);
    }

    assertThat(functions.latest("guest", "guest/modest")).isPresent();
    assertThat(functions.latest("hostile", "guest/hoard1499")).isPresent();
    assertThat(functions.latest("hostile", "guest/hoard1000")).isEmpty();
  }

  /** Each of Guava's segments refused what was larger than a quarter of the whole. */
  @ParameterizedTest
  @ValueSource(ints = {15, 17, 40, 48})
  void aLargeActionCanBePreparedWithoutAContainer(int megabytes) {
    Actions large = Actions.named("large").withCode("c".repeat(megabytes << 20));

    functions.of(large.run("guest", "x"));

    assertThat(functions.latest("guest", "guest/large")).isPresent();
  }

  @Test
  void allOfManyActionsThatFitTogetherAreHeld() {
    for (int i = 0; i < 60; i++) {
      functions.of(
          Actions.named("f" + i).withCode("c".repeat(1_000_000)).run("tenant" + i % 7, "x"));
    }

    for (int i = 0; i < 60; i++) {
      assertThat(functions.latest("tenant" + i % 7, "guest/f" + i)).isPresent();
    }
  }

  @Test
  void aFunctionIsHeldForADayAfterItsLastCall() {
    AtomicLong nanoTime = new AtomicLong();
    InvokedFunctions held =
        new InvokedFunctions(1 << 20, nanoTime::get, NamespaceCache.Usage.UNOBSERVED);
    held.of(Actions.named("hello").run("guest", "x"));

    nanoTime.addAndGet(Duration.ofHours(24).toNanos());
    assertThat(held.latest("guest", "guest/hello")).isPresent();
    nanoTime.addAndGet(Duration.ofHours(26).toNanos());

    assertThat(held.latest("guest", "guest/hello")).isEmpty();
    assertThat(held.heldBytes()).isZero();
  }

  /** Else each call compared two texts of megabytes once OpenWhisk had read the action again. */
  @Test
  void anActionThatWasReadAgainIsComparedOnce() {
    Actions hello = Actions.named("hello");
    InvokedFunction function = functions.of(hello.run("guest", "x"));
    Run again = hello.withCode(new String(hello.code().toCharArray())).run("guest", "y");

    assertThat(functions.of(again)).isSameAs(function);
    assertThat(function.action()).isSameAs(again.action());
  }

  /** Identities are held weakly: many updates of an action leave nothing behind. */
  @Test
  void identitiesOfRevisionsThatNobodyHoldsGo() {
    int revisions = 20_000;
    for (int i = 0; i < revisions; i++) {
      functions.of(Actions.named("hello").withRevision(i + "-hello").run("guest", "x"));
      if (i % 4_000 == 0) {
        System.gc();
      }
    }

    assertThat(functions.identities()).isLessThan(revisions / 2);
    assertThat(functions.heldBytes()).as("one revision").isLessThan(10_000);
  }
}
