/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.collection.Seq;
import scala.collection.immutable.Map;

public class WhiskAction extends WhiskActionLike {
  @Override
  public Seq<String> namespace() {
    throw new SignatureOnly();
  }

  @Override
  public String name() {
    throw new SignatureOnly();
  }

  @Override
  public Map<ParameterName, ParameterValue> annotations() {
    throw new SignatureOnly();
  }

  @Override
  public ActionLimits limits() {
    throw new SignatureOnly();
  }

  /** None, as of an action that cannot run. */
  public Option<ExecutableWhiskAction> toExecutableWhiskAction() {
    return Option.empty();
  }
}
