/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.SenderTable;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workflows that readers of the log know, with those that this controller has sent to the log.
 * Has the same limit on their number as the readers. Not thread-safe.
 */
final class LoggedWorkflows {

  private final Map<String, Workflow> byName = new HashMap<>();
  private final Map<WorkflowOwner, Map<String, Workflow>> byOwner = new HashMap<>();
  private SenderTable senders = SenderTable.NONE;

  /** Whether a message is new. Messages may be sent twice. */
  boolean isNew(Message message) {
    boolean isNew = !senders.has(message);
    senders = isNew ? senders.read(message) : senders.passedOver(message);
    return isNew;
  }

  void put(Workflow workflow) {
    if (byName.size() >= Workflow.MOST_KNOWN && !byName.containsKey(workflow.name())) {
      return;
    }
    remove(workflow.name());
    byName.put(workflow.name(), workflow);
    byOwner
        .computeIfAbsent(workflow.owner(), owner -> new HashMap<>())
        .put(workflow.name(), workflow);
  }

  void remove(String name) {
    Workflow known = byName.remove(name);
    if (known != null) {
      Map<String, Workflow> own = Objects.requireNonNull(byOwner.get(known.owner()));
      own.remove(name);
      if (own.isEmpty()) {
        byOwner.remove(known.owner());
      }
    }
  }

  @Nullable Workflow get(String name) {
    return byName.get(name);
  }

  Collection<Workflow> of(WorkflowOwner owner) {
    return List.copyOf(byOwner.getOrDefault(owner, Map.of()).values());
  }

  int count(String namespace) {
    return byOwner.getOrDefault(WorkflowOwner.of(namespace), Map.of()).size();
  }

  Set<WorkflowOwner> owners() {
    return Set.copyOf(byOwner.keySet());
  }
}
