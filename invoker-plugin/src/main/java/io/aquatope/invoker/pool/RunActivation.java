/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.whisk.TransactionRoot;
import org.apache.openwhisk.core.containerpool.Run;

/** An activation of OpenWhisk: equal to another if and only if their activation ids are equal. */
public record RunActivation(Run run, InvokedFunction invoked) implements Activation {

  @Override
  public FunctionSpec function() {
    return invoked.spec();
  }

  @Override
  public long root() {
    return TransactionRoot.number(run.msg().transid());
  }

  String id() {
    return run.msg().activationId();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunActivation that && that.id().equals(id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }
}
