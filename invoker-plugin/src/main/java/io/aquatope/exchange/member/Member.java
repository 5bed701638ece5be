/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.SteadyTime;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.message.UnreadCheckpoint;
import io.aquatope.exchange.outbox.Outbox;
import io.aquatope.exchange.outbox.Transport;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.text.TenantText;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * An invoker's part in the exchange: sends the observations of its activations to their
 * controllers, folds the log, applies the resulting limits to its containers, and decides when it
 * is its turn. Without the log it keeps the last choice and makes no trials. {@link #tick} and
 * {@link #decide} are called by threads of their own; no other method waits. Times are those of
 * {@link io.aquatope.thread.MonotonicClock}, in milliseconds, as heartbeats and leases are
 * intervals. Safe for use by several threads.
 */
public final class Member {

  private static final int BEATS_TO_LOSE = 4;

  private final SenderIdentity me;
  private final Transport transport;
  private final HubSettings settings;
  private final ExchangeEvents events;
  private final LogListener listener;
  private final Outbox log;
  private final Queue<StageReport> ended;
  private final ControllerOutboxes controllers;
  private final SteadyTime time = new SteadyTime();
  private final LogEcho echo;
  private final LimitEnforcement enforcement;
  private final MemoryUpdates memory;
  private final RoundDecider decider;
  private volatile ExchangeState state = ExchangeState.NONE;
  private volatile FollowerLookup followUps = FollowerLookup.NONE;
  private ExchangeState followed = ExchangeState.NONE;
  private long nextBeatMs = Long.MIN_VALUE;
  private long nextCheckpointMs = Long.MAX_VALUE;
  private long misread;
  private long unreadCheckpoints;

  public Member(
      SenderIdentity me,
      Transport transport,
      HubSettings settings,
      TuneSettings tune,
      CpuPort cpu,
      MemoryPort memory,
      ExchangeEvents events,
      LogListener listener) {
    this.me = me;
    this.transport = transport;
    this.settings = settings;
    this.events = events;
    this.listener = listener;
    this.log = outbox(settings.topics().log());
    this.controllers = new ControllerOutboxes(name -> outbox(settings.topics().observations(name)));
    this.echo = new LogEcho(patience(settings), events);
    this.ended = new ArrayBlockingQueue<>(settings.batch().buffer());
    this.enforcement = new LimitEnforcement(me.name(), tune.explorationShare(), cpu);
    this.memory =
        new MemoryUpdates(me.name(), tune.appliesMemory() ? memory : MemoryPort.NONE, log::offer);
    this.decider = new RoundDecider(me.name(), new RoundTuner(tune.candidates()), tune.memory());
  }

  private Outbox outbox(String topic) {
    return new Outbox(topic, me, transport, settings.batch().buffer(), settings.batch().perFlush());
  }

  /** Heartbeats leave with batches, so not more often than these. */
  private static Duration patience(HubSettings settings) {
    Duration beat =
        settings.timing().heartbeat().compareTo(settings.batch().interval()) > 0
            ? settings.timing().heartbeat()
            : settings.batch().interval();
    return beat.multipliedBy(BEATS_TO_LOSE);
  }

  /**
   * Reports that an activation has ended here.
   *
   * @param controller that sent it
   */
  public void observed(String controller, StageReport run) {
    controllers.offer(controller, run);
    // If the queue is full, the share of trials is off by a few. That is better than waiting.
    var unused = ended.offer(run);
  }

  /** Receives the next message of the log. */
  public void receive(byte[] bytes, long nowMs) {
    try {
      Message message = MessageCodec.decode(bytes);
      message.records().forEach(record -> leaveOut(message.from(), record));
      ExchangeState before = state;
      state = LogFold.fold(before, message);
      if (before.senders().has(message)) {
        return;
      }
      if (message.isOf(me)) {
        echo.heard(time.at(nowMs));
      }
      ChangeLog.changes(before, state).forEach(events::told);
      if (isConnected(nowMs)) {
        listener.folded(before, state, message, isFirst(state));
      }
    } catch (MessageFormatException e) {
      misread++;
      if (Long.bitCount(misread) == 1) {
        events.warned(
            "%s messages of the log were not understood: %s".formatted(misread, e.getMessage()));
      }
    }
  }

  private void leaveOut(String sender, ExchangeRecord record) {
    if (record instanceof UnreadCheckpoint unread) {
      unreadCheckpoints++;
      if (Long.bitCount(unreadCheckpoints) == 1) {
        events.warned(
            "%s checkpoints were not understood and are left out, the latest of workflow %s by %s: %s"
                .formatted(
                    unreadCheckpoints,
                    TenantText.plain(unread.workflow()),
                    TenantText.plain(sender),
                    unread.problem()));
      }
    }
  }

  /** Sends and applies what is due. Call it once per batch interval. */
  public void tick(long nowMs) {
    long steadyMs = time.at(nowMs);
    echo.check(steadyMs);
    if (steadyMs >= nextBeatMs) {
      nextBeatMs = steadyMs + settings.timing().heartbeat().toMillis();
      if (log.waiting() == 0) {
        log.offer(new Heartbeat());
      }
    }
    ExchangeState known = state;
    for (StageReport run = ended.poll(); run != null; run = ended.poll()) {
      enforcement.ran(known, run.namespace(), run.action(), run.execution().milliCores());
    }
    enforcement.apply(known, isConnected(nowMs));
    log.flush();
    controllers.flush();
    if (!known.equals(followed)) {
      followed = known;
      followUps = followUps.next(known, me.name());
    }
  }

  /** Proposes and concludes rounds if it is this invoker's turn. May take seconds. */
  public void decide(long nowMs) {
    if (!isConnected(nowMs)) {
      return;
    }
    long steadyMs = time.at(nowMs);
    ExchangeState known = state;
    decider.decide(known, steadyMs).forEach(log::offer);
    memory.apply(known, steadyMs);
    if (nextCheckpointMs == Long.MAX_VALUE) {
      nextCheckpointMs = steadyMs + settings.timing().checkpoint().toMillis();
    }
    if (steadyMs >= nextCheckpointMs) {
      nextCheckpointMs = steadyMs + settings.timing().checkpoint().toMillis();
      if (isFirst(known)) {
        known.checkpoint().forEach(log::offer);
      }
    }
  }

  private boolean isFirst(ExchangeState known) {
    return known.members().present().headSet(me.name()).isEmpty();
  }

  /** The state derived from the log so far. */
  public ExchangeState state() {
    return state;
  }

  /** The followers of each action here, as of the last tick. */
  public FollowerLookup followUps() {
    return followUps;
  }

  /** Whether this invoker's messages come back through the log. */
  public boolean isConnected(long nowMs) {
    return echo.isHeard(time.at(nowMs));
  }

  /** Number of observations dropped because the broker was slow or unavailable. */
  public long dropped() {
    return log.dropped() + controllers.dropped();
  }
}
