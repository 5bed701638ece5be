/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Strings;
import com.google.common.cache.Cache;
import io.aquatope.cpu.limit.ContainerAssignment;
import io.aquatope.cpu.limit.CpuAnnotation;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.ParsedAnnotations;
import java.util.Optional;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.WhiskActionLike;
import scala.Option;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * Derives the action of a container from OpenWhisk's data. Annotations are parsed once for each
 * revision of an action in memory, and not repeatedly on the pool's thread.
 */
final class WhiskWorkloads {

  /** Most parsed annotations; an invoker holds fewer actions in its memory. */
  static final int MOST_PARSED = 10_000;

  private final String annotation;

  /**
   * By the annotations object of an action in OpenWhisk, which does not change. Unlike a name and a
   * revision, an object is unique, and its entry is removed together with the action.
   */
  private final Cache<Map<ParameterName, ParameterValue>, Optional<CpuAnnotation>> parsed;

  /**
   * @param annotation the name of the annotation that holds a limit
   */
  WhiskWorkloads(String annotation, CpuEvents events) {
    this.annotation = annotation;
    this.parsed = ParsedAnnotations.ofObjects(MOST_PARSED, events);
  }

  /** An action that is known in full. */
  ContainerAssignment of(WhiskActionLike action, long memoryMb) {
    return new ContainerAssignment(
        action.fullyQualifiedName(false).asString(),
        Strings.nullToEmpty(action.rev()),
        memoryMb,
        limitOf(action));
  }

  private Optional<CpuAnnotation> limitOf(WhiskActionLike action) {
    Map<ParameterName, ParameterValue> annotations = action.annotations();
    Optional<CpuAnnotation> known = parsed.getIfPresent(annotations);
    if (known == null) {
      known = annotationOf(action).map(CpuAnnotation::of);
      parsed.put(annotations, known);
    }
    return known;
  }

  /** The limit that an action's developer wrote: its length is bounded, its value is unchecked. */
  Optional<String> annotationOf(WhiskActionLike action) {
    Option<JsValue> value = Parameters$.MODULE$.get$extension(action.annotations(), annotation);
    return value.isEmpty() ? Optional.empty() : Optional.of(AnnotationText.of(value.get()));
  }

  /**
   * The action that a container is initialised for. The scheduler-based invoker passes only the
   * data that the runtime receives.
   */
  Optional<ContainerAssignment> of(JsObject initializer, long memoryMb) {
    return variable(initializer, "__OW_ACTION_NAME")
        .filter(name -> name.startsWith("/"))
        .map(
            name ->
                new ContainerAssignment(
                    name.substring(1), version(initializer), memoryMb, Optional.empty()));
  }

  /** The version of that action; empty if it is missing. */
  static String version(JsObject initializer) {
    return variable(initializer, "__OW_ACTION_VERSION").orElse("");
  }

  private static Optional<String> variable(JsObject initializer, String name) {
    return field(initializer, "env")
        .filter(JsObject.class::isInstance)
        .flatMap(env -> field((JsObject) env, name))
        .flatMap(WhiskWorkloads::string);
  }

  static Optional<JsValue> field(JsObject object, String name) {
    Option<JsValue> value = object.fields().get(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get());
  }

  /** A string that OpenWhisk wrote, without quotes; empty for anything else. */
  static Optional<String> string(JsValue value) {
    return value instanceof JsString string ? Optional.of(string.value()) : Optional.empty();
  }
}
