/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** How many objects hang on one, as a measure of held memory that no collector disturbs. */
final class GraphSize {

  private GraphSize() {}

  /** Objects of this project and of the collections that it uses. */
  static int of(Object root) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Object next = open.remove();
      if (seen.add(next)) {
        parts(next, open);
      }
    }
    return seen.size();
  }

  private static void parts(Object object, Deque<Object> open) {
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            open.add(key);
            open.add(value);
          });
    } else if (object instanceof Iterable<?> all) {
      all.forEach(open::add);
    } else if (object.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        open.add(Array.get(object, i));
      }
    } else if (object.getClass().getName().startsWith("io.aquatope")) {
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          value(object, field, open);
        }
      }
    }
  }

  private static void value(Object object, Field field, Deque<Object> open) {
    try {
      field.setAccessible(true);
      Object value = field.get(object);
      if (value != null) {
        open.add(value);
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
