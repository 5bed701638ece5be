/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static scala.collection.JavaConverters.mapAsJavaMap;
import static scala.collection.JavaConverters.seqAsJavaList;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import scala.collection.immutable.Map;
import spray.json.JsArray;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * Estimate of the heap that actions keep alive: code, parameters, annotations and names.
 *
 * <p>The length of a text is a poor estimate: a parameter of 1 MB that is an array of empty objects
 * takes a hundred times as much once it is parsed. Therefore the objects are counted, with the
 * sizes of a 64-bit virtual machine with compressed references, rounded up. Nothing is serialised.
 * Counting takes time in proportion to the action's size. So an estimate is made once for each
 * revision, and stops at the largest size that anything would hold.
 *
 * <p>Shared objects are counted once: code, and whole sets of parameters. Not thread-safe.
 */
final class HeapEstimate {

  /** The objects of an action except its code, parameters, annotations and names. */
  private static final long ACTION = 1024;

  /** An entry of a map, with the objects for its key and value. */
  private static final long PARAMETER = 160;

  private static final long FIELD = 96;
  private static final long STRING = 56;
  private static final long NUMBER = 128;
  private static final long COLLECTION = 64;

  /** Vectors are trees of arrays of 32 references, each of them allocated in full. */
  private static final long VECTOR_NODE = 144;

  private static final int VECTOR_WIDTH = 32;

  /** Minimum length of a text for which sharing is checked. */
  private static final int SHARED = 1024;

  private final long most;
  private final Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<JsValue> open = new ArrayDeque<>();
  private long bytes;

  /**
   * An empty estimate.
   *
   * @param most limit of the count, in bytes
   */
  HeapEstimate(long most) {
    this.most = most;
  }

  /**
   * A lower bound on the heap of everything added so far. Below the limit it is also an upper
   * bound.
   */
  long bytes() {
    return bytes;
  }

  HeapEstimate add(ExecutableWhiskAction action) {
    bytes += ACTION + of(action.name());
    seqAsJavaList(action.namespace()).forEach(segment -> bytes += of(segment));
    add(action.exec().codeAsJson());
    add(action.parameters());
    add(action.annotations());
    return this;
  }

  private void add(Map<ParameterName, ParameterValue> parameters) {
    if (!counted.add(parameters)) {
      return;
    }
    for (var parameter : mapAsJavaMap(parameters).entrySet()) {
      bytes += PARAMETER + of(parameter.getKey().name());
      add(parameter.getValue().value());
    }
  }

  /** Works without recursion, because users choose how deep a value is nested. */
  HeapEstimate add(JsValue value) {
    open.push(value);
    while (!open.isEmpty() && bytes < most) {
      count(open.pop());
    }
    open.clear();
    return this;
  }

  private void count(JsValue value) {
    if (value instanceof JsString text) {
      bytes += isNew(text.value()) ? of(text.value()) : 0;
    } else if (value instanceof JsNumber number) {
      bytes += NUMBER + number.value().bigDecimal().unscaledValue().bitLength() / Byte.SIZE;
    } else if (value instanceof JsArray array) {
      int size = array.elements().size();
      bytes += COLLECTION + VECTOR_NODE * ((size + VECTOR_WIDTH - 1L) / VECTOR_WIDTH);
      seqAsJavaList(array.elements()).forEach(open::push);
    } else if (value instanceof JsObject object) {
      bytes += COLLECTION;
      for (var field : mapAsJavaMap(object.fields()).entrySet()) {
        bytes += FIELD + of(field.getKey());
        open.push(field.getValue());
      }
    }
  }

  /** Whether a text was not counted yet. For short texts, a check would cost more than the text. */
  private boolean isNew(String text) {
    return text.length() < SHARED || counted.add(text);
  }

  /** Size of a string: one byte for each character, or two if any character is outside Latin-1. */
  private static long of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return STRING + 2L * text.length();
      }
    }
    return STRING + text.length();
  }
}
