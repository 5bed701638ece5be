/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.collect.ImmutableMap;
import io.aquatope.exchange.join.AnnotatedAction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;
import scala.Option;
import scala.collection.Iterator;
import spray.json.JsArray;
import spray.json.JsBoolean;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** Reads the annotations of actions that declare workflows. */
final class WorkflowAnnotations {

  private static final List<String> KEYS =
      List.of(AnnotatedAction.LATENCY, AnnotatedAction.QUANTILE);
  private static final String CONDUCTOR = "conductor";

  /** Maximum number of characters kept of a value. No valid number is longer. */
  private static final int MOST_CHARACTERS = 40;

  /** Maximum size of a number with that many digits. */
  private static final int MOST_BITS = 4 * MOST_CHARACTERS;

  private WorkflowAnnotations() {}

  /** Whether a row of a list of actions has the annotation that asks for a target. */
  static boolean asks(JsObject row) {
    Optional<JsValue> all = field(row, "annotations");
    if (all.isPresent() && all.get() instanceof JsArray array) {
      Iterator<JsValue> each = array.elements().iterator();
      while (each.hasNext()) {
        if (each.next() instanceof JsObject one
            && text(one, "key").equals(AnnotatedAction.LATENCY)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The owner's values in JSON notation; strings without quotes. The length is checked before a
   * value is written out, because it may have a megabyte.
   */
  static Map<String, String> of(WhiskActionMetaData action) {
    ImmutableMap.Builder<String, String> found = ImmutableMap.builder();
    for (String key : KEYS) {
      value(action, key).ifPresent(value -> found.put(key, measured(value)));
    }
    return found.build();
  }

  /** Whether an action is a conductor. OpenWhisk takes any value but false as true. */
  static boolean isConductor(WhiskActionMetaData action) {
    return value(action, CONDUCTOR)
        .filter(value -> !(value instanceof JsBoolean flag) || flag.value())
        .isPresent();
  }

  /** A text of a row; empty if there is none. */
  static String text(JsObject row, String key) {
    return field(row, key).map(WorkflowAnnotations::text).orElse("");
  }

  private static String measured(JsValue value) {
    if (value instanceof JsString string) {
      String text = string.value();
      return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }
    if (value instanceof JsNumber number) {
      BigDecimal decimal = number.value().bigDecimal();
      return decimal.unscaledValue().bitLength() <= MOST_BITS
              && Math.abs(decimal.scale()) <= MOST_CHARACTERS
          ? decimal.toString()
          : "a number of too many digits";
    }
    return value instanceof JsBoolean flag ? String.valueOf(flag.value()) : "no number";
  }

  private static Optional<JsValue> value(WhiskActionMetaData action, String key) {
    return optional(Parameters$.MODULE$.get$extension(action.annotations(), key));
  }

  private static Optional<JsValue> field(JsObject object, String key) {
    return optional(object.fields().get(key));
  }

  private static Optional<JsValue> optional(Option<JsValue> value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get());
  }

  private static String text(JsValue value) {
    return value instanceof JsString string ? string.value() : value.compactPrint();
  }
}
