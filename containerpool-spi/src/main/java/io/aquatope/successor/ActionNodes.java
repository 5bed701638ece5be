/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.share.FairShares;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The remembered functions, limited in number; see {@link FairShares} for which one is dropped. */
final class ActionNodes {

  private record Action(String namespace, String name) {}

  private final SuccessorSettings settings;
  private final Map<Action, ActionNode> nodes = new HashMap<>();
  private final FairShares<ActionNode> shares;
  private final Map<String, NamespaceNeighbours> namespaces = new HashMap<>();
  private long begunMicros = Long.MIN_VALUE;

  ActionNodes(SuccessorSettings settings, Runnable release) {
    this.settings = settings;
    this.shares = new FairShares<>(settings.bounds().functions(), release);
  }

  int size() {
    return nodes.size();
  }

  int namespaces() {
    return namespaces.size();
  }

  /** Takes note of a function that is called now, or is known to follow; returns its node. */
  ActionNode note(FunctionSpec function, long nowMicros) {
    if (begunMicros == Long.MIN_VALUE) {
      begunMicros = nowMicros;
    }
    FunctionId id = function.id();
    Action action = new Action(id.namespace(), id.action());
    ActionNode node = nodes.get(action);
    if (node == null) {
      node = add(action, function);
    }
    ActionNode gone = shares.put(action.namespace, node);
    if (gone != null) {
      forget(gone);
    }
    node.revise(function);
    return node;
  }

  /** The node of a function, or null. */
  @Nullable ActionNode find(FunctionId id) {
    return nodes.get(new Action(id.namespace(), id.action()));
  }

  private ActionNode add(Action action, FunctionSpec function) {
    NamespaceNeighbours neighbours =
        namespaces.computeIfAbsent(
            action.namespace, name -> new NamespaceNeighbours(settings, begunMicros));
    neighbours.addFunction();
    ActionNode node = new ActionNode(function, neighbours, settings);
    nodes.put(action, node);
    return node;
  }

  private void forget(ActionNode node) {
    FunctionId id = node.function().id();
    nodes.remove(new Action(id.namespace(), id.action()));
    node.forget();
    if (node.neighbours.removeFunction()) {
      namespaces.remove(id.namespace());
    }
  }
}
