/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Senders of the log's messages, at most {@value #MOST}. A new sender beyond that evicts the one
 * whose last message is the oldest. If an evicted sender sends again, it counts as new.
 *
 * @param byName the senders by name, the one with the oldest last message first
 */
public record SenderTable(Map<String, Sender> byName) {

  /** The table before the log has been read. */
  public static final SenderTable NONE = new SenderTable(Map.of());

  /** Several times the number of invokers and controllers of the largest known clusters. */
  public static final int MOST = 2_000;

  public SenderTable {
    byName = ImmutableMap.copyOf(byName);
  }

  /** Whether a message is a duplicate or has been overtaken. */
  public boolean has(Message message) {
    Sender sender = byName.get(message.from());
    return sender != null && sender.has(message);
  }

  /** The senders after a new message. */
  public SenderTable read(Message message) {
    Sender known = byName.get(message.from());
    return with(message.from(), known == null ? Sender.of(message) : known.read(message));
  }

  /** The senders after a skipped message. */
  public SenderTable passedOver(Message message) {
    Sender known = byName.get(message.from());
    Sender next = known == null ? Sender.of(message) : known.passedOver(message);
    return next.equals(known) ? this : with(message.from(), next);
  }

  /** The senders with the positions that another reader's checkpoint of one of them states. */
  public SenderTable plus(SenderCheckpoint written) {
    Sender known = byName.get(written.sender());
    Sender next = known == null ? new Sender(written.starts()) : known.plus(written);
    return next.equals(known) ? this : with(written.sender(), next);
  }

  private SenderTable with(String name, Sender sender) {
    Map<String, Sender> next = new LinkedHashMap<>(byName);
    next.remove(name);
    next.put(name, sender);
    if (next.size() > MOST) {
      next.remove(next.keySet().iterator().next());
    }
    return new SenderTable(next);
  }

  /** The records for readers that have not read the log from its beginning. */
  public List<ExchangeRecord> checkpoint() {
    List<ExchangeRecord> records = new ArrayList<>();
    byName.forEach((name, sender) -> records.add(new SenderCheckpoint(name, sender.starts())));
    return records;
  }
}
