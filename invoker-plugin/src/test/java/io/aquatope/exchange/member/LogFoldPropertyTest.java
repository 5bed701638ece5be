/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.RoundConcluded;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of the fold, over random logs of all sorts of records from several senders. */
final class LogFoldPropertyTest {

  private static final int LENGTH = 400;

  @Property(tries = 60)
  void theSameLogLeadsToTheSameState(@ForAll long seed) throws MessageFormatException {
    List<byte[]> log = new ArrayList<>();
    for (Message message : log(new SplittableRandom(seed))) {
      log.add(MessageCodec.encode(message));
    }

    ExchangeState one = fold(log);
    ExchangeState other = fold(log);

    assertThat(one).isEqualTo(other);
    one.workflows()
        .forEach(
            (name, state) ->
                assertThat(encoded(state))
                    .isEqualTo(encoded(Objects.requireNonNull(other.workflows().get(name)))));
  }

  @Property(tries = 60)
  void duplicatesChangeNothing(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExchangeState once = ExchangeState.NONE;
    ExchangeState twice = ExchangeState.NONE;
    List<Message> past = new ArrayList<>();
    for (Message message : log(random)) {
      past.add(message);
      once = LogFold.fold(once, message);
      twice = LogFold.fold(twice, message);
      twice = LogFold.fold(twice, past.get(random.nextInt(past.size())));
    }

    assertThat(twice).isEqualTo(once);
  }

  @Property(tries = 60)
  void afterACheckpointALateReaderAgreesWithTheOthers(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Message> log = log(random);
    ExchangeState early = ExchangeState.NONE;
    for (Message message : log) {
      early = LogFold.fold(early, message);
    }
    ExchangeState late = ExchangeState.NONE;
    for (Message message : log.subList(random.nextInt(LENGTH), LENGTH)) {
      late = LogFold.fold(late, message);
    }
    List<Message> rest = new ArrayList<>();
    rest.add(Records.message("invoker9", 1, early.checkpoint().toArray(new ExchangeRecord[0])));
    for (int i = 0; i < 50; i++) {
      rest.add(new Message(1, "invoker0", 2, i, List.of(record(random))));
    }
    for (Message message : rest) {
      early = LogFold.fold(early, message);
      late = LogFold.fold(late, message);
      assertThat(late.workflows()).isEqualTo(early.workflows());
      assertThat(late.memory()).isEqualTo(early.memory());
    }
  }

  /** Senders restart, their clocks having been set by days; what was there before comes again. */
  @Property(tries = 60)
  void afterRestartsUnderAnyClockAllIsReadAndDuplicatesChangeNothing(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Message> log = restarting(random);
    ExchangeState once = ExchangeState.NONE;
    ExchangeState twice = ExchangeState.NONE;
    for (int i = 0; i < log.size(); i++) {
      assertThat(once.senders().has(log.get(i))).isFalse();
      once = LogFold.fold(once, log.get(i));
      twice = LogFold.fold(twice, log.get(i));
      for (int again = random.nextInt(3); again > 0; again--) {
        twice = LogFold.fold(twice, log.get(random.nextInt(i + 1)));
      }
    }

    assertThat(twice).isEqualTo(once);
  }

  @Property(tries = 60)
  void afterACheckpointALateReaderTellsDuplicatesAsTheOthersDo(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Message> log = restarting(random);
    int checkpoint = LENGTH / 2 + random.nextInt(LENGTH / 4);
    ExchangeState early = ExchangeState.NONE;
    for (Message message : log.subList(0, checkpoint)) {
      early = LogFold.fold(early, message);
    }
    ExchangeState late = ExchangeState.NONE;
    for (Message message : log.subList(random.nextInt(checkpoint), checkpoint)) {
      late = LogFold.fold(late, message);
    }
    Message told =
        Records.message("invoker9", 1, early.checkpoint().toArray(new ExchangeRecord[0]));
    early = LogFold.fold(early, told);
    late = LogFold.fold(late, told);
    for (int i = checkpoint; i < log.size(); i++) {
      Message message = random.nextInt(3) == 0 ? log.get(random.nextInt(i)) : log.get(i);
      early = LogFold.fold(early, message);
      late = LogFold.fold(late, message);
      assertThat(late.workflows()).isEqualTo(early.workflows());
      assertThat(late.memory()).isEqualTo(early.memory());
      assertThat(late.senders().byName()).containsAllEntriesOf(early.senders().byName());
    }
  }

  /** A log whose senders restart now and then, by clocks that go back and forth by days. */
  private static List<Message> restarting(SplittableRandom random) {
    Map<String, Long> seqs = new TreeMap<>();
    Map<String, SenderIdentity> starts = new TreeMap<>();
    List<Message> log = new ArrayList<>();
    log.add(Records.message("controller0", 0, Records.SHOP_DEFINED));
    while (log.size() < LENGTH) {
      String from = "invoker" + random.nextInt(3);
      if (!starts.containsKey(from) || random.nextInt(20) == 0) {
        seqs.remove(from);
        long boot = 1_750_000_000_000L + random.nextLong(-60, 60) * 86_400_000L;
        starts.put(from, new SenderIdentity(from, boot, random.nextLong()));
      }
      SenderIdentity start = Objects.requireNonNull(starts.get(from));
      log.add(
          new Message(
              1,
              from,
              start.boot(),
              start.incarnation(),
              seqs.merge(from, 1L, Long::sum),
              List.of(record(random))));
    }
    return log;
  }

  @Property(tries = 60)
  void whatIsRememberedIsBounded(@ForAll long seed) {
    ExchangeState state = ExchangeState.NONE;
    for (Message message : log(new SplittableRandom(seed))) {
      state = LogFold.fold(state, message);
    }

    assertThat(state.memory()).containsOnlyKeys("guest/cart");
    assertThat(state.memory().values())
        .allSatisfy(
            answers -> {
              assertThat(answers.settled()).hasSizeLessThanOrEqualTo(64);
              assertThat(answers.refused()).hasSizeLessThanOrEqualTo(64);
            });
    assertThat(state.workflows().values())
        .allSatisfy(
            workflow -> {
              assertThat(workflow.evidence().runs()).hasSizeLessThanOrEqualTo(120);
              assertThat(workflow.decision().rejected()).hasSizeLessThanOrEqualTo(8);
              assertThat(workflow.definition().admits(workflow.decision().choice())).isTrue();
            });
  }

  private static byte[] encoded(WorkflowState state) {
    return MessageCodec.encode(Records.message("invoker9", 1, new WorkflowCheckpoint(state)));
  }

  private static ExchangeState fold(List<byte[]> log) throws MessageFormatException {
    ExchangeState state = ExchangeState.NONE;
    for (byte[] bytes : log) {
      state = LogFold.fold(state, MessageCodec.decode(bytes));
    }
    return state;
  }

  private static List<Message> log(SplittableRandom random) {
    Map<String, Long> seqs = new TreeMap<>();
    List<Message> log = new ArrayList<>();
    log.add(Records.message("controller0", 0, Records.SHOP_DEFINED));
    while (log.size() < LENGTH) {
      String from = "invoker" + random.nextInt(3);
      List<ExchangeRecord> records = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        records.add(record(random));
      }
      log.add(
          Records.message(
              from, seqs.merge(from, 1L, Long::sum), records.toArray(new ExchangeRecord[0])));
    }
    return log;
  }

  private static ExchangeRecord record(SplittableRandom random) {
    int dice = random.nextInt(100);
    int round = 1 + random.nextInt(8);
    if (dice < 60) {
      List<Integer> limits = Records.RULES.milliCores();
      return Records.ran(
          "invoker" + random.nextInt(3),
          500 + random.nextInt(600),
          limits.get(random.nextInt(3)),
          limits.get(random.nextInt(3)));
    } else if (dice < 75) {
      return Records.proposal(round, Collections.nCopies(random.nextInt(3), choice(random)));
    } else if (dice < 90) {
      return new RoundConcluded("shop", Records.SHOP.version(), round, choice(random));
    }
    return dice < 95
        ? new Heartbeat()
        : new MemoryAnswered(
            random.nextBoolean() ? "guest/cart" : "guest/unknown",
            random.nextBoolean()
                ? MemoryAnswers.settledAt(64 * (1 + random.nextInt(100)))
                : MemoryAnswers.refusedAt(64 * (1 + random.nextInt(100))));
  }

  private static List<Integer> choice(SplittableRandom random) {
    return List.of(random.nextInt(3), random.nextInt(3));
  }
}
