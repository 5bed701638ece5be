/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import com.google.common.collect.Iterables;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.WorkflowJoin.CompositionRun;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Identity;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.Outbox;
import io.aquatope.exchange.message.StageObserved;
import io.aquatope.exchange.message.Transport;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.message.WorkflowObserved;
import io.aquatope.exchange.message.WorkflowWithdrawn;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.file.WatchedFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A controller's part in the exchange: joins the stages of what this controller published, and
 * tells all invokers. Its own thread calls {@link #tick}; the rest never waits. Safe for use by
 * several threads.
 */
public final class Hub {

  private final HubSettings settings;
  private final TuningRules rules;
  private final ExchangeEvents events;
  private final JoinListener listener;
  private final Outbox log;
  private final WorkflowJoin join;
  private final Discovery discovery;
  private final Optional<WatchedFile> file;
  private Set<Workflow> registered = Set.of();
  private Set<Workflow> workflows = Set.of();
  private long nextLookMs;
  private long misread;

  public Hub(
      Identity me,
      Transport transport,
      HubSettings settings,
      TuningRules rules,
      ExchangeEvents events,
      JoinListener listener) {
    this.settings = settings;
    this.rules = rules;
    this.events = events;
    this.listener = listener;
    this.log = new Outbox(settings.log(), me, transport, settings.buffer(), settings.perFlush());
    this.file = settings.workflows().map(this::watched);
    this.discovery = new Discovery(rules, events);
    this.join = new WorkflowJoin(settings.instanceTimeout(), settings.maxInstances());
  }

  /**
   * An activation is on its way to an invoker.
   *
   * @param root the transaction it descends from, which came in at {@code startMs}
   * @param action fully qualified, without version
   */
  public synchronized void published(
      String root, long startMs, String activation, String action, long nowMs) {
    join.published(root, startMs, activation, action, nowMs);
  }

  /** The result of an activation has come. */
  public synchronized void completed(String root, String activation, long nowMs) {
    join.completed(root, activation, nowMs);
  }

  /** A message of the topic of this controller's observations has come. */
  public void receive(byte[] bytes, long nowMs) {
    try {
      Message message = MessageCodec.decode(bytes);
      synchronized (this) {
        for (ExchangeRecord record : message.records()) {
          if (record instanceof StageObserved run) {
            join.observed(message.from(), run, nowMs);
          }
        }
      }
    } catch (MessageFormatException e) {
      misread(e);
    }
  }

  private synchronized void misread(MessageFormatException e) {
    misread++;
    if (Long.bitCount(misread) == 1) {
      events.warned("%d messages were no observations: %s".formatted(misread, e.getMessage()));
    }
  }

  /** To be called once in a batch interval. */
  public void tick(long nowMs) {
    if (nowMs >= nextLookMs) {
      nextLookMs = nowMs + settings.reloadInterval().toMillis();
      file.ifPresent(WatchedFile::look);
    }
    synchronized (this) {
      join.closed(nowMs).forEach(this::tell);
      List<CompositionRun> runs = join.compositionRuns();
      if (!runs.isEmpty()) {
        runs.forEach(run -> discovery.ran(run.composition(), run.actions()));
        define();
      }
    }
    log.flush();
  }

  private void tell(WorkflowObserved instance) {
    log.offer(instance);
    listener.joined(
        instance,
        instance.succeeded()
            && workflows.stream()
                .filter(workflow -> workflow.name().equals(instance.workflow()))
                .allMatch(workflow -> instance.instance().latencyMs() <= workflow.qosMs()));
  }

  private WatchedFile watched(Path file) {
    return new WatchedFile(
        file,
        text -> register(Set.copyOf(WorkflowsFile.parse(text, file.toString(), rules))),
        problem -> events.warned("the workflows stay as they were: " + problem));
  }

  private synchronized void register(Set<Workflow> read) {
    registered = read;
    define();
  }

  /** These are all the annotated actions of a namespace now. */
  public synchronized void discovered(String namespace, List<AnnotatedAction> actions) {
    discovery.found(namespace, actions);
    define();
  }

  /** Of those that run the same actions the first one counts: instances could not be told apart. */
  private void define() {
    Set<String> names = new HashSet<>();
    Set<Map<String, Integer>> runs = new HashSet<>();
    Set<Workflow> next = new LinkedHashSet<>();
    for (Workflow workflow : Iterables.concat(registered, discovery.workflows())) {
      if (names.add(workflow.name()) && runs.add(workflow.runs())) {
        next.add(workflow);
      }
    }
    join.define(next, discovery.compositions());
    if (!next.equals(workflows)) {
      tell(next);
    }
  }

  private void tell(Set<Workflow> next) {
    Set<Workflow> news = new HashSet<>(next);
    news.removeAll(workflows);
    news.forEach(workflow -> log.offer(new WorkflowDefined(workflow)));
    List<String> names = next.stream().map(Workflow::name).toList();
    workflows.stream()
        .map(Workflow::name)
        .filter(name -> !names.contains(name))
        .forEach(name -> log.offer(new WorkflowWithdrawn(name)));
    workflows = next;
    events.told("workflows: " + names.stream().sorted().toList());
  }

  /** How many records were dropped because the broker was too slow, or away. */
  public synchronized long dropped() {
    return log.dropped();
  }

  /** How many observations were dropped on their way, came too late, or twice. */
  public synchronized String losses() {
    return "dropped %d, strays %d, unfinished %d, misread %d, open %d"
        .formatted(log.dropped(), join.strays(), join.unfinished(), misread, join.open());
  }
}
