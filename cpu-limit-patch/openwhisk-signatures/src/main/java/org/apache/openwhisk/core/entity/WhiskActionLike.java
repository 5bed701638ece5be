/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import scala.collection.immutable.Map;

public abstract class WhiskActionLike extends WhiskEntity {
  public abstract ActionLimits limits();

  public abstract Map<ParameterName, ParameterValue> annotations();
}
