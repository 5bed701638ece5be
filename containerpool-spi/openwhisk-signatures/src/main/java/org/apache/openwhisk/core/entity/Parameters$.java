/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import spray.json.JsValue;

public final class Parameters$ {
  public static final Parameters$ MODULE$ = new Parameters$();

  public Option<JsValue> get$extension(Map<ParameterName, ParameterValue> parameters, String name) {
    if (parameters.isEmpty()) {
      return Option.empty();
    }
    throw new SignatureOnly();
  }

  public boolean isTruthy$extension(
      Map<ParameterName, ParameterValue> parameters, String name, boolean valueForNonExistent) {
    if (parameters.isEmpty()) {
      return valueForNonExistent;
    }
    throw new SignatureOnly();
  }

  public Set<String> initParameters$extension(Map<ParameterName, ParameterValue> parameters) {
    if (parameters.isEmpty()) {
      return JavaConverters.<String>asScalaSet(java.util.Set.of()).toSet();
    }
    throw new SignatureOnly();
  }

  public Map<ParameterName, ParameterValue> apply(String name, JsValue value) {
    throw new SignatureOnly();
  }

  public Map<ParameterName, ParameterValue> $plus$plus$extension0(
      Map<ParameterName, ParameterValue> parameters, Map<ParameterName, ParameterValue> more) {
    throw new SignatureOnly();
  }
}
