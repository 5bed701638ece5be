/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that are remembered, at most so many: the least recently called is forgotten. */
final class Nodes {

  private record Action(String namespace, String name) {}

  private static final boolean BY_ACCESS = true;

  private final SuccessorSettings settings;
  private final LinkedHashMap<Action, Node> nodes = new LinkedHashMap<>(16, 0.75f, BY_ACCESS);
  private final Map<String, Neighbours> namespaces = new HashMap<>();
  private long begunMicros = Long.MIN_VALUE;

  Nodes(SuccessorSettings settings) {
    this.settings = settings;
  }

  int size() {
    return nodes.size();
  }

  int namespaces() {
    return namespaces.size();
  }

  /** What is known of a function that is called now, or is told to follow. */
  Node of(FunctionSpec function, long nowMicros) {
    if (begunMicros == Long.MIN_VALUE) {
      begunMicros = nowMicros;
    }
    FunctionId id = function.id();
    Action action = new Action(id.namespace(), id.action());
    Node node = nodes.get(action);
    if (node == null) {
      node = add(action, function);
    }
    node.is(function);
    return node;
  }

  /** What is known of a function, if anything. */
  @Nullable Node find(FunctionId id) {
    return nodes.get(new Action(id.namespace(), id.action()));
  }

  private Node add(Action action, FunctionSpec function) {
    if (nodes.size() == settings.functions()) {
      forgetOldest();
    }
    Neighbours neighbours =
        namespaces.computeIfAbsent(action.namespace, name -> new Neighbours(settings, begunMicros));
    neighbours.addFunction();
    Node node = new Node(function, neighbours, settings);
    nodes.put(action, node);
    return node;
  }

  private void forgetOldest() {
    Iterator<Map.Entry<Action, Node>> oldest = nodes.entrySet().iterator();
    Map.Entry<Action, Node> forgotten = oldest.next();
    oldest.remove();
    forgotten.getValue().forget();
    if (forgotten.getValue().neighbours.removeFunction()) {
      namespaces.remove(forgotten.getKey().namespace);
    }
  }
}
