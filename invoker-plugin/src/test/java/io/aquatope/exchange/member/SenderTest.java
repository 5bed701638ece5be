/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.Sender;
import io.aquatope.exchange.message.SenderCheckpoint;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.SenderIncarnation;
import io.aquatope.exchange.message.SenderTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages of a sender are read, across its restarts and whatever its clock says. */
final class SenderTest {

  private static final long NOON = 1_750_000_000_000L;
  private static final long DAY = 86_400_000L;

  private final List<Message> read = new ArrayList<>();
  private ExchangeState state = ExchangeState.NONE;

  @ParameterizedTest
  @ValueSource(longs = {-30, -1, 0, 1, 30})
  void aSenderIsReadAfterARestartHoweverItsClockWasSet(long days) {
    SenderIdentity former = new SenderIdentity("invoker0", NOON, 1);
    SenderIdentity present = new SenderIdentity("invoker0", NOON + days * DAY, 2);
    tell(former, 1, 100);
    tell(present, 1, 100);

    assertThat(read).hasSize(200);
  }

  @Test
  void duplicatesOfAllStartsAreRecognised() {
    SenderIdentity former = new SenderIdentity("invoker0", NOON, 1);
    SenderIdentity present = new SenderIdentity("invoker0", NOON - DAY, 2);
    tell(former, 1, 3);
    tell(present, 1, 3);
    read.clear();
    tell(former, 1, 3);
    tell(present, 1, 3);

    assertThat(read).isEmpty();
  }

  @Test
  void theMessageThatWasUnderWayAtARestartHasBeenOvertaken() {
    SenderIdentity former = new SenderIdentity("invoker0", NOON, 1);
    SenderIdentity present = new SenderIdentity("invoker0", NOON - DAY, 2);
    tell(former, 1, 3);
    tell(present, 1, 1);
    read.clear();
    tell(former, 4, 4);
    tell(former, 4, 4);
    tell(present, 2, 2);

    assertThat(read).extracting(Message::incarnation).containsExactly(2L);
  }

  @Test
  void aReaderThatMistookAnOldMessageForANewStartReadsThePresentOneAgain() {
    SenderIdentity former = new SenderIdentity("invoker0", NOON, 1);
    SenderIdentity present = new SenderIdentity("invoker0", NOON - DAY, 2);
    tell(present, 7, 8); // Here the log begins for this reader.
    tell(former, 1, 1);
    read.clear();
    tell(present, 9, 20);

    assertThat(read).hasSize(11).extracting(Message::seq).startsWith(10L, 11L);
  }

  @Test
  void aReaderThatStartsLateTakesNoLaterMessageOfAFormerStartForANewOne() {
    SenderIdentity former = new SenderIdentity("invoker0", NOON - DAY, 1);
    SenderIdentity present = new SenderIdentity("invoker0", NOON, 2);
    tell(present, 7, 8);
    read.clear();
    tell(former, 5, 5);
    tell(former, 5, 5);
    tell(present, 9, 9);

    assertThat(read).extracting(Message::incarnation).containsExactly(2L);
  }

  @Test
  void aRestartWhoseFirstMessageWasNotUnderstoodIsReadFromTheThirdOn() {
    tell(new SenderIdentity("invoker0", NOON, 1), 1, 5);
    read.clear();
    tell(new SenderIdentity("invoker0", NOON - DAY, 2), 2, 5);

    assertThat(read).extracting(Message::seq).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aCheckpointTellsALateReaderWhichStartsWereThere() {
    SenderIdentity former = new SenderIdentity("invoker0", NOON, 1);
    SenderIdentity present = new SenderIdentity("invoker0", NOON - DAY, 2);
    tell(former, 1, 3);
    tell(present, 1, 3);
    ExchangeState early = state;
    state = ExchangeState.NONE;
    tell(present, 3, 3);
    state =
        LogFold.fold(
            state,
            message(new SenderIdentity("invoker1", NOON, 3), 1, early.senders().checkpoint()));
    read.clear();
    tell(former, 1, 3);
    tell(present, 2, 4);

    assertThat(read).extracting(Message::seq).containsExactly(4L);
  }

  @Test
  void aCheckpointThatIsOlderThanTheLatestStartDoesNotMuteIt() {
    tell(new SenderIdentity("invoker0", NOON, 1), 1, 3);
    List<ExchangeRecord> old = state.senders().checkpoint();
    tell(new SenderIdentity("invoker0", NOON - DAY, 2), 1, 3);
    ExchangeState before = state;
    state = LogFold.fold(state, message(new SenderIdentity("invoker1", NOON, 3), 1, old));

    assertThat(state.senders().byName().get("invoker0"))
        .isEqualTo(before.senders().byName().get("invoker0"));
  }

  @Test
  void startsAndSendersThatAreRememberedAreBounded() {
    for (int start = 1; start <= 200; start++) {
      tell(new SenderIdentity("invoker0", NOON - start, start), 1, 1);
    }
    for (int name = 1; name <= 2_100; name++) {
      tell(new SenderIdentity("invoker" + name, NOON, 1), 1, 1);
    }
    tell(new SenderIdentity("invoker1", NOON, 1), 1, 2);

    assertThat(state.senders().byName())
        .hasSize(SenderTable.MOST)
        .doesNotContainKey("invoker0")
        .containsKeys("invoker1", "invoker2100");
    SenderTable often = SenderTable.NONE;
    for (int start = 1; start <= 200; start++) {
      often =
          often.read(message(new SenderIdentity("invoker0", NOON - start, start), 1, List.of()));
    }
    Sender sender = Objects.requireNonNull(often.byName().get("invoker0"));
    assertThat(sender.starts()).hasSize(SenderCheckpoint.MOST_STARTS);
    assertThat(sender.present()).isEqualTo(new SenderIncarnation(NOON - 200, 200, 1));
  }

  @Test
  void aMessageWithoutAnIncarnationIsReadAndTheFieldOutlivesTheWire() throws Exception {
    Message old = new Message(1, "invoker0", NOON, 3, List.of(new Heartbeat()));
    Message now = message(new SenderIdentity("invoker0", NOON, -5), 3, List.of());

    assertThat(decoded(old)).isEqualTo(old);
    assertThat(decoded(now)).isEqualTo(now);
    assertThat(decoded(now).incarnation()).isEqualTo(-5);
  }

  private static Message decoded(Message message) throws MessageFormatException {
    return MessageCodec.decode(MessageCodec.encode(message));
  }

  private void tell(SenderIdentity from, long first, long last) {
    for (long seq = first; seq <= last; seq++) {
      Message message = message(from, seq, List.of(new Heartbeat()));
      if (!state.senders().has(message)) {
        read.add(message);
      }
      state = LogFold.fold(state, message);
    }
  }

  private static Message message(SenderIdentity from, long seq, List<ExchangeRecord> records) {
    return new Message(1, from.name(), from.boot(), from.incarnation(), seq, records);
  }
}
