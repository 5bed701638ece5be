/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.openwhisk.core.invoker.InvokerProvider;
import org.junit.jupiter.api.Test;

final class AquatopeInvokerProviderTest {

  /** OpenWhisk's way from a configured name to an implementation. */
  @Test
  void isFoundUnderItsNameAsAScalaObjectWouldBe() throws ReflectiveOperationException {
    String configured = "io.aquatope.invoker.AquatopeInvokerProvider";

    assertThat(Class.forName(configured + "$").getField("MODULE$").get(null))
        .isInstanceOf(InvokerProvider.class);
  }
}
