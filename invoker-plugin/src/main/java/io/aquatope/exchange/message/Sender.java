/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Position up to which a sender's messages have been read, for each start.
 *
 * <p>A sender counts its messages from 1 after each start, and sends the next one when the one
 * before is in the log. So the order of the log shows which start is the present one. The clock
 * time of a start does not matter, as the clock may have been set. A reader handles a message so:
 *
 * <ul>
 *   <li>Of a known start, a number that is not greater than the latest is a duplicate.
 *   <li>An unknown start is the sender's new one. An exception is a message other than the first,
 *       from before the present start by its own clock: this reader may have begun to read after
 *       that start had ended. Such a start counts as a former one.
 *   <li>A former start may have had one message in flight when it ended. That message has been
 *       overtaken and is skipped. A second one proves that the start has not ended, and makes it
 *       the present one. So no sender is ignored for ever, even if a reader chose the wrong start.
 * </ul>
 *
 * @param starts the remembered starts, the present one last
 */
public record Sender(List<SenderIncarnation> starts) {

  public Sender {
    starts = ImmutableList.copyOf(starts);
  }

  /** A sender with one known start. */
  static Sender of(Message message) {
    return new Sender(List.of(SenderIncarnation.of(message)));
  }

  /** The start whose messages count at present. */
  public SenderIncarnation present() {
    return starts.get(starts.size() - 1);
  }

  /** Whether a message is a duplicate or has been overtaken. */
  boolean has(Message message) {
    SenderIncarnation start = SenderIncarnation.of(message);
    Optional<SenderIncarnation> known = known(start);
    if (known.isEmpty()) {
      return message.seq() > 1 && message.boot() <= present().boot();
    }
    long latest = known.get().seq();
    return present().isSameStart(start) ? message.seq() <= latest : message.seq() <= latest + 1;
  }

  /** The sender after a new message. */
  Sender read(Message message) {
    SenderIncarnation start = SenderIncarnation.of(message);
    List<SenderIncarnation> next = new ArrayList<>(starts);
    next.removeIf(start::isSameStart);
    next.add(start);
    return new Sender(latest(next));
  }

  /** The sender after a skipped message. If its start is unknown, it becomes a former one. */
  Sender passedOver(Message message) {
    SenderIncarnation start = SenderIncarnation.of(message);
    if (known(start).isPresent()) {
      return this;
    }
    List<SenderIncarnation> next = new ArrayList<>(starts);
    next.add(next.size() - 1, new SenderIncarnation(start.boot(), start.id(), start.seq() - 1));
    return new Sender(latest(next));
  }

  /** The sender with the positions that another reader's checkpoint states. */
  Sender plus(SenderCheckpoint written) {
    SenderIncarnation present = present();
    List<SenderIncarnation> next = new ArrayList<>(written.starts());
    boolean isNewer = next.stream().noneMatch(present::isSameStart);
    next.replaceAll(start -> known(start).filter(known -> known.seq() > start.seq()).orElse(start));
    List<SenderIncarnation> own = new ArrayList<>(starts);
    own.removeIf(start -> next.stream().anyMatch(start::isSameStart));
    next.addAll(isNewer ? next.size() : 0, own);
    return new Sender(latest(next));
  }

  private Optional<SenderIncarnation> known(SenderIncarnation start) {
    return starts.stream().filter(start::isSameStart).findFirst();
  }

  private static List<SenderIncarnation> latest(List<SenderIncarnation> starts) {
    return starts.subList(Math.max(0, starts.size() - SenderCheckpoint.MOST_STARTS), starts.size());
  }
}
