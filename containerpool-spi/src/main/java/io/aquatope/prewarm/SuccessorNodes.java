/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions that are remembered, at most so many: the least recently called is forgotten. */
final class SuccessorNodes {

  private record Action(String namespace, String name) {}

  private static final boolean BY_ACCESS = true;

  private final SuccessorSettings settings;
  private final LinkedHashMap<Action, SuccessorNode> nodes =
      new LinkedHashMap<>(16, 0.75f, BY_ACCESS);
  private final Map<String, SuccessorNeighbours> namespaces = new HashMap<>();
  private long begunMicros = Long.MIN_VALUE;

  SuccessorNodes(SuccessorSettings settings) {
    this.settings = settings;
  }

  int size() {
    return nodes.size();
  }

  int namespaces() {
    return namespaces.size();
  }

  /** What is known of a function that is called now. */
  SuccessorNode called(FunctionSpec function, long nowMicros) {
    if (begunMicros == Long.MIN_VALUE) {
      begunMicros = nowMicros;
    }
    FunctionId id = function.id();
    Action action = new Action(id.namespace(), id.action());
    SuccessorNode node = nodes.get(action);
    if (node == null) {
      node = add(action, function);
    }
    node.called(function);
    return node;
  }

  private SuccessorNode add(Action action, FunctionSpec function) {
    if (nodes.size() == settings.functions()) {
      forgetOldest();
    }
    SuccessorNeighbours neighbours =
        namespaces.computeIfAbsent(
            action.namespace, name -> new SuccessorNeighbours(settings, begunMicros));
    neighbours.addFunction();
    SuccessorNode node = new SuccessorNode(function, neighbours, settings);
    nodes.put(action, node);
    return node;
  }

  private void forgetOldest() {
    Iterator<Map.Entry<Action, SuccessorNode>> oldest = nodes.entrySet().iterator();
    Map.Entry<Action, SuccessorNode> forgotten = oldest.next();
    oldest.remove();
    forgotten.getValue().forget();
    if (forgotten.getValue().neighbours.removeFunction()) {
      namespaces.remove(forgotten.getKey().namespace);
    }
  }
}
