/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import java.util.HashSet;
import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import spray.json.JsBoolean;
import spray.json.JsValue;

public final class Parameters$ {
  public static final Parameters$ MODULE$ = new Parameters$();

  public Option<JsValue> get$extension(Map<ParameterName, ParameterValue> parameters, String name) {
    Option<ParameterValue> found = parameters.get(new ParameterName(name));
    return found.isDefined() ? Option.apply(found.get().value()) : Option.empty();
  }

  public boolean isTruthy$extension(
      Map<ParameterName, ParameterValue> parameters, String name, boolean valueForNonExistent) {
    Option<JsValue> found = get$extension(parameters, name);
    if (found.isEmpty()) {
      return valueForNonExistent;
    }
    if (found.get() instanceof JsBoolean flag) {
      return flag.value();
    }
    throw new SignatureOnly();
  }

  public Set<String> initParameters$extension(Map<ParameterName, ParameterValue> parameters) {
    java.util.Set<String> names = new HashSet<>();
    JavaConverters.mapAsJavaMap(parameters)
        .forEach(
            (name, value) -> {
              if (value.init()) {
                names.add(name.name());
              }
            });
    return JavaConverters.asScalaSet(names).toSet();
  }

  public Map<ParameterName, ParameterValue> apply(String name, JsValue value) {
    throw new SignatureOnly();
  }

  public Map<ParameterName, ParameterValue> $plus$plus$extension0(
      Map<ParameterName, ParameterValue> parameters, Map<ParameterName, ParameterValue> more) {
    throw new SignatureOnly();
  }
}
