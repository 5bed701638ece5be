/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.Objects.requireNonNull;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outlooks of all known functions, one for each action that a namespace invokes. A newer
 * revision replaces an older one. If there are too many, the namespace that has most loses the
 * function that it called least recently, so no namespace displaces the functions of others.
 */
final class KnownFunctions {

  private final int most;
  private final Function<FunctionSpec, FunctionOutlook> begin;
  private final Consumer<FunctionOutlook> release;

  /** By namespace and action; within a namespace the least recently called function comes first. */
  private final Map<String, LinkedHashMap<String, FunctionOutlook>> namespaces = new HashMap<>();

  /** Namespaces by their number of functions. */
  private final TreeMap<Integer, LinkedHashSet<String>> bySize = new TreeMap<>();

  private int size;

  /**
   * @param most at least 1
   * @param begin makes the outlook of a new function
   * @param release receives each outlook that is dropped because there are too many
   */
  KnownFunctions(
      int most, Function<FunctionSpec, FunctionOutlook> begin, Consumer<FunctionOutlook> release) {
    this.most = most;
    this.begin = begin;
    this.release = release;
  }

  int size() {
    return size;
  }

  /** The outlook of a function at this revision; null if it is not known. */
  @Nullable FunctionOutlook find(FunctionId function) {
    FunctionOutlook known = ofAction(function);
    return known != null && known.isOf(function) ? known : null;
  }

  /** The outlook of an action at any revision; null if it is not known. */
  @Nullable FunctionOutlook ofAction(FunctionId function) {
    Map<String, FunctionOutlook> namespace = namespaces.get(function.namespace());
    return namespace == null ? null : namespace.get(function.action());
  }

  /**
   * The outlook of a called function, known from now on. It replaces that of an older revision. A
   * call of an older revision counts for the newer one if that was called just before.
   */
  FunctionOutlook called(FunctionSpec function, long nowMicros) {
    FunctionOutlook known = ofAction(function.id());
    if (known == null) {
      return add(function);
    }
    LinkedHashMap<String, FunctionOutlook> namespace =
        requireNonNull(namespaces.get(function.id().namespace()));
    namespace.remove(function.id().action());
    namespace.put(known.function().id().action(), known);
    known.revise(function, nowMicros);
    return known;
  }

  /** Adds the outlook of a new function. */
  FunctionOutlook add(FunctionSpec function) {
    if (size >= most) {
      releaseOne();
    }
    String name = function.id().namespace();
    LinkedHashMap<String, FunctionOutlook> namespace =
        namespaces.computeIfAbsent(name, n -> new LinkedHashMap<>());
    FunctionOutlook outlook = begin.apply(function);
    namespace.put(function.id().action(), outlook);
    size++;
    resized(name, namespace.size() - 1, namespace.size());
    return outlook;
  }

  private void releaseOne() {
    String largest = bySize.lastEntry().getValue().iterator().next();
    Iterator<FunctionOutlook> oldest = requireNonNull(namespaces.get(largest)).values().iterator();
    FunctionOutlook gone = oldest.next();
    remove(gone);
    release.accept(gone);
  }

  /** Forgets a function. */
  void remove(FunctionOutlook outlook) {
    FunctionId id = outlook.function().id();
    LinkedHashMap<String, FunctionOutlook> namespace = namespaces.get(id.namespace());
    if (namespace == null || !namespace.remove(id.action(), outlook)) {
      return;
    }
    size--;
    resized(id.namespace(), namespace.size() + 1, namespace.size());
    if (namespace.isEmpty()) {
      namespaces.remove(id.namespace());
    }
  }

  private void resized(String namespace, int before, int after) {
    LinkedHashSet<String> equals = bySize.get(before);
    if (equals != null) {
      equals.remove(namespace);
      if (equals.isEmpty()) {
        bySize.remove(before);
      }
    }
    if (after > 0) {
      bySize.computeIfAbsent(after, size -> new LinkedHashSet<>()).add(namespace);
    }
  }
}
