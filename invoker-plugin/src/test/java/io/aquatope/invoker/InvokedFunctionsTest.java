/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StemCell;
import org.junit.jupiter.api.Test;

final class InvokedFunctionsTest {

  private final InvokedFunctions functions = new InvokedFunctions();

  @Test
  void equalActionsInOneNamespaceAreOneFunction() {
    Actions hello = Actions.named("hello");

    assertThat(functions.of("guest", hello.action()))
        .isSameAs(functions.of("guest", hello.action()));
  }

  @Test
  void aFunctionHasTheNamesTheRevisionAndTheLimitsOfItsAction() {
    InvokedFunction hello =
        functions.of("tenant", Actions.named("hello").withMemory(512).withConcurrency(3).action());

    assertThat(hello.spec().id()).isEqualTo(new FunctionId("tenant", "guest/hello", "1-hello"));
    assertThat(hello.spec().stemCell()).isEqualTo(new StemCell("python:3", 512));
    assertThat(hello.spec().maxConcurrent()).isEqualTo(3);
  }

  @Test
  void namespacesDoNotShareAFunction() {
    Actions hello = Actions.named("hello");

    assertThat(functions.of("one", hello.action()).spec().id())
        .isNotEqualTo(functions.of("other", hello.action()).spec().id());
  }

  @Test
  void revisionsDoNotShareAFunction() {
    Actions hello = Actions.named("hello");

    assertThat(functions.of("guest", hello.withRevision("2-hello").action()).spec().id())
        .isNotEqualTo(functions.of("guest", hello.action()).spec().id());
  }

  @Test
  void withoutARevisionTheVersionStandsForIt() {
    assertThat(
            functions
                .of("guest", Actions.named("hello").withRevision("").action())
                .spec()
                .id()
                .revision())
        .isEqualTo("0.0.1");
  }

  @Test
  void differentActionsWithTheSameNamesAndRevisionAreDifferentFunctions() {
    Actions before = Actions.named("hello").withCode("before");
    Actions after = Actions.named("hello").withCode("after");
    InvokedFunction one = functions.of("guest", before.action());
    InvokedFunction other = functions.of("guest", after.action());

    assertThat(other.spec().id()).isNotEqualTo(one.spec().id());
    assertThat(functions.of("guest", before.action())).isSameAs(one);
    assertThat(functions.of("guest", after.action())).isSameAs(other);
  }

  @Test
  void activationsAreEqualByTheirIdOnly() {
    Actions hello = Actions.named("hello");
    InvokedFunction function = functions.of("guest", hello.action());

    assertThat(new RunActivation(hello.run("a"), function))
        .isEqualTo(new RunActivation(hello.run("a"), function))
        .hasSameHashCodeAs(new RunActivation(hello.run("a"), function))
        .isNotEqualTo(new RunActivation(hello.run("b"), function));
  }
}
