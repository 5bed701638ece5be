/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a sender's messages have been read, start by start.
 *
 * <p>A sender counts its messages from 1 after each start, and sends the next one when the one
 * before is in the log. The log's order thus tells which start is the present one: the clock at the
 * starts does not matter, as it may have been set. What is read of a message:
 *
 * <ul>
 *   <li>Of a start that is known, a number that is not greater than the latest is a duplicate.
 *   <li>A start that is not known is the sender's new one. An exception is a message other than the
 *       first from before the present start by its own clock: this reader may have begun to read
 *       after that start had ended. Such a start counts as a former one.
 *   <li>A former start may have had one message under way when it ended. It has been overtaken, and
 *       is passed over. A second one proves that the start has not ended, and makes it the present
 *       one: no sender is mute for ever, however a reader was misled.
 * </ul>
 *
 * @param starts that are remembered, the present one last
 */
public record Sender(List<SenderIncarnation> starts) {

  public Sender {
    starts = ImmutableList.copyOf(starts);
  }

  /** A sender of which one start is known. */
  static Sender of(Message message) {
    return new Sender(List.of(SenderIncarnation.of(message)));
  }

  /** The start whose messages count now. */
  public SenderIncarnation present() {
    return starts.get(starts.size() - 1);
  }

  /** Whether a message tells nothing new: it was there before, or has been overtaken. */
  boolean has(Message message) {
    SenderIncarnation start = SenderIncarnation.of(message);
    Optional<SenderIncarnation> known = known(start);
    if (known.isEmpty()) {
      return message.seq() > 1 && message.boot() <= present().boot();
    }
    long latest = known.get().seq();
    return present().isSameStart(start) ? message.seq() <= latest : message.seq() <= latest + 1;
  }

  /** The sender after a message that tells something new. */
  Sender read(Message message) {
    SenderIncarnation start = SenderIncarnation.of(message);
    List<SenderIncarnation> next = new ArrayList<>(starts);
    next.removeIf(start::isSameStart);
    next.add(start);
    return new Sender(latest(next));
  }

  /** The sender after a message that tells nothing new. Its start is a former one if not known. */
  Sender passedOver(Message message) {
    SenderIncarnation start = SenderIncarnation.of(message);
    if (known(start).isPresent()) {
      return this;
    }
    List<SenderIncarnation> next = new ArrayList<>(starts);
    next.add(next.size() - 1, new SenderIncarnation(start.boot(), start.id(), start.seq() - 1));
    return new Sender(latest(next));
  }

  /** The sender, when another reader had read it as far as a checkpoint tells. */
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
