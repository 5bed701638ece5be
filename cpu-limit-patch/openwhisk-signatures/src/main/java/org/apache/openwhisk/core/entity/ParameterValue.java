/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import scala.Option;
import spray.json.JsValue;

public class ParameterValue {
  private final JsValue value;
  private final boolean init;

  public ParameterValue(JsValue value, boolean init, Option<String> encryption) {
    this.value = value;
    this.init = init;
  }

  public JsValue value() {
    return value;
  }

  public boolean init() {
    return init;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValue that && that.init == init && that.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
