/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.JoinedWorkflows.Owned;
import io.aquatope.exchange.join.WorkflowJoin.CompositionRun;
import io.aquatope.exchange.join.WorkflowJoin.Joined;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.outbox.Outbox;
import io.aquatope.exchange.outbox.Transport;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.file.WatchedFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A controller's part in the exchange. Joins the stages of the activations that this controller
 * published, and sends the joined instances to all invokers. One thread calls {@link #tick}; no
 * other method waits. Times are those of one clock that never goes back, unless they are documented
 * as milliseconds since 1970. Safe for use by several threads.
 */
public final class Hub {

  /** Number of instances that are closed before calls of other threads get their turn. */
  private static final int MOST_AT_A_TIME = 64;

  private final HubSettings settings;
  private final TuningRules rules;
  private final ExchangeEvents events;
  private final JoinListener listener;
  private final Clock wallClock;
  private final Outbox log;
  private final WorkflowStatements statements;

  /** Guarded by itself. Every activation waits for this lock, so no holder may keep it for long. */
  private final WorkflowJoin join;

  private final Optional<WatchedFile> file;

  private long nextLookMs = Long.MIN_VALUE;
  private long misread;

  public Hub(
      SenderIdentity me,
      Transport transport,
      HubSettings settings,
      TuningRules rules,
      ExchangeEvents events,
      JoinListener listener) {
    this(me, transport, settings, rules, events, listener, Clock.systemUTC());
  }

  /**
   * @param wallClock of this machine
   */
  public Hub(
      SenderIdentity me,
      Transport transport,
      HubSettings settings,
      TuningRules rules,
      ExchangeEvents events,
      JoinListener listener,
      Clock wallClock) {
    this.wallClock = wallClock;
    this.settings = settings;
    this.rules = rules;
    this.events = events;
    this.listener = listener;
    this.log =
        new Outbox(
            settings.topics().log(),
            me,
            transport,
            settings.batch().buffer(),
            settings.batch().perFlush());
    this.file = settings.workflows().file().map(this::watched);
    this.join = new WorkflowJoin(settings.instances().timeout(), settings.instances().most());
    this.statements =
        new WorkflowStatements(me, settings.quotas(), rules, events, log::offer, this::define);
    if (settings.workflows().file().isEmpty()) {
      statements.register(Set.of());
    }
  }

  /** Called by one thread at a time. The slow part runs before the lock is taken. */
  private void define(WorkflowOwner owner, Collection<Workflow> workflows, Set<String> learnt) {
    Owned before;
    synchronized (join) {
      before = join.owned(owner);
    }
    Owned next = before.next(workflows, learnt);
    synchronized (join) {
      join.define(owner, next);
    }
  }

  /**
   * Reports that an activation is on its way to an invoker.
   *
   * @param namespace in which it was invoked
   * @param root the transaction it descends from, by its {@link
   *     io.aquatope.exchange.message.RootId}
   * @param startMs start of that transaction
   * @param action fully qualified, without version
   */
  public void published(
      String namespace, String root, long startMs, String activation, String action, long nowMs) {
    synchronized (join) {
      join.published(namespace, root, startMs, activation, action, nowMs);
    }
  }

  /** Reports that the result of an activation has arrived. */
  public void completed(String namespace, String root, String activation, long nowMs) {
    synchronized (join) {
      join.completed(namespace, root, activation, nowMs);
    }
  }

  /** Receives a message from the topic of this controller's observations. */
  public void receive(byte[] bytes, long nowMs) {
    try {
      Message message = MessageCodec.decode(bytes);
      for (ExchangeRecord record : message.records()) {
        if (record instanceof StageReport run) {
          synchronized (join) {
            join.observed(message.from(), run, endOf(run, nowMs), nowMs);
          }
        }
      }
    } catch (MessageFormatException e) {
      misread(e);
    }
  }

  /**
   * End of a run by the clock of this hub. The invoker's time stamp is compared with the wall clock
   * of this machine. The result is never later than now.
   */
  private long endOf(StageReport run, long nowMs) {
    return nowMs - Math.max(0, wallClock.millis() - run.execution().endMs());
  }

  /** Receives a message of the log, which may define or withdraw workflows. */
  public void receiveLog(byte[] bytes) {
    if (!MessageCodec.mayDefine(bytes)) {
      return;
    }
    try {
      statements.read(MessageCodec.decode(bytes));
    } catch (MessageFormatException e) {
      misread(e);
    }
  }

  private synchronized void misread(MessageFormatException e) {
    misread++;
    if (Long.bitCount(misread) == 1) {
      events.warned("%s messages were not understood: %s".formatted(misread, e.getMessage()));
    }
  }

  /** Joins and sends. Call it once per batch interval. */
  public void tick(long nowMs) {
    if (nowMs >= nextLookMs) {
      nextLookMs = nowMs + settings.workflows().reloadInterval().toMillis();
      file.ifPresent(WatchedFile::look);
    }
    List<Joined> closed;
    List<CompositionRun> runs;
    boolean more;
    do {
      synchronized (join) {
        more = join.closeDue(nowMs, MOST_AT_A_TIME);
        closed = join.closed();
        runs = join.compositionRuns();
      }
      closed.forEach(this::tell);
      statements.ran(runs);
    } while (more);
    log.flush();
  }

  private void tell(Joined joined) {
    InstanceReport instance = joined.observed();
    log.offer(instance);
    listener.joined(
        instance, instance.succeeded() && instance.instance().latencyMs() <= joined.qosMs());
  }

  private WatchedFile watched(Path path) {
    return new WatchedFile(
        path,
        text -> statements.register(Set.copyOf(WorkflowsFile.parse(text, path.toString(), rules))),
        problem -> events.warned("the workflows stay as they were: " + problem));
  }

  /** Takes the annotated actions of a namespace from a completed survey. */
  public void discovered(NamespaceDeclarations found) {
    statements.discovered(found);
  }

  /** The names of the workflows that a namespace is known to declare. */
  public Set<String> known(String namespace) {
    return statements.known(namespace);
  }

  /** The namespaces that declare workflows, or did so when the log was written. */
  public Set<String> namespaces() {
    return statements.namespaces();
  }

  /** Number of records dropped because the broker was slow or unavailable. */
  public long dropped() {
    return log.dropped();
  }

  /** Number of declarations refused because they exceeded a quota. */
  public long refused() {
    return statements.refused();
  }

  /** Number of instances evicted because too many were open. */
  public long crowded() {
    synchronized (join) {
      return join.crowded();
    }
  }

  /** Counts of observations that were lost, late or duplicated, as text. */
  public String losses() {
    synchronized (this) {
      synchronized (join) {
        return "dropped %s, strays %s, unfinished %s, misread %s, open %s"
            .formatted(log.dropped(), join.strays(), join.unfinished(), misread, join.open());
      }
    }
  }
}
