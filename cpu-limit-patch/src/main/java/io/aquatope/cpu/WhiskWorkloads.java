/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.util.Optional;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.WhiskActionLike;
import scala.Option;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * Tells from what OpenWhisk hands over which action a container is for.
 *
 * @param annotation the name of the annotation that holds a limit
 */
record WhiskWorkloads(String annotation) {

  /** An action that is known in full. */
  Workload of(WhiskActionLike action, long memoryMb) {
    return new Workload(
        action.fullyQualifiedName(false).asString(), memoryMb, annotationOf(action));
  }

  /** What an action's developer wrote as its limit, unchecked. */
  Optional<String> annotationOf(WhiskActionLike action) {
    Option<JsValue> value = Parameters$.MODULE$.get$extension(action.annotations(), annotation);
    return value.isEmpty() ? Optional.empty() : Optional.of(text(value.get()));
  }

  /**
   * The action that a container is initialised for, where the scheduler-based invoker tells no more
   * than what the runtime is told.
   */
  Optional<Workload> of(JsObject initializer, long memoryMb) {
    return variable(initializer, "__OW_ACTION_NAME")
        .filter(name -> name.startsWith("/"))
        .map(name -> new Workload(name.substring(1), memoryMb, Optional.empty()));
  }

  /** The version of that action; empty if it is not told. */
  static String version(JsObject initializer) {
    return variable(initializer, "__OW_ACTION_VERSION").orElse("");
  }

  private static Optional<String> variable(JsObject initializer, String name) {
    return field(initializer, "env")
        .filter(JsObject.class::isInstance)
        .flatMap(env -> field((JsObject) env, name))
        .map(WhiskWorkloads::text);
  }

  static Optional<JsValue> field(JsObject object, String name) {
    Option<JsValue> value = object.fields().get(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get());
  }

  /** A string without quotes; anything else as it is written in JSON. */
  static String text(JsValue value) {
    return value instanceof JsString string ? string.value() : value.compactPrint();
  }
}
