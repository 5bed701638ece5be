/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Depth;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StemCell;
import org.junit.jupiter.api.Test;

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

    assertThat(expected.spec().deepest()).isEqualTo(Depth.INITIALISED);
    assertThat(called.spec().deepest()).isEqualTo(Depth.CREATED);
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
}
