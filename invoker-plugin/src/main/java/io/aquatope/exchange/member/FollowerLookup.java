/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.member.StageIndex.Place;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageProgress;
import io.aquatope.exchange.workflow.observation.StageRunAverage;
import io.aquatope.successor.KnownFollower;
import io.aquatope.successor.LaterStages;
import io.aquatope.successor.LaterStages.Later;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The actions that follow an action as later stages of its workflows, from declarations and from
 * the observations of all invokers. Of all workflows that run action a, workflow w with n(w) recent
 * instances has action b follow in {@code n(w) · ran(b) / ran(a)} of them. One invoker receives its
 * part of these, provided that the invokers that run b share its calls evenly. A declaration counts
 * as {@link KnownFollower#DECLARED} instances.
 *
 * <p>In a namespace, only its own workflows and the operator's workflows that admit its calls
 * count: no other namespace can have containers prepared there by a declaration. Safe for use by
 * several threads.
 */
public final class FollowerLookup {

  /**
   * Maximum number of followers of one action, the earliest: the length of OpenWhisk's longest
   * sequence.
   */
  private static final int MOST_FOLLOWERS = 50;

  /**
   * Maximum number of actions of one namespace that are prepared for workflows: two long sequences.
   */
  private static final int MOST_EXPECTED = 100;

  /**
   * An action that follows another one.
   *
   * @param followed number of those instances in which the action ran on this invoker
   * @param instances number of instances that ran the preceding action
   * @param seconds from the start of the preceding action to the start of this one
   * @param seen number of those instances in which it was seen to follow, on any invoker
   */
  public record FollowUp(
      String action, double followed, double instances, double seconds, double seen) {

    private FollowUp plus(FollowUp other) {
      double both = followed + other.followed;
      return new FollowUp(
          action,
          both,
          instances + other.instances,
          (followed * seconds + other.followed * other.seconds) / both,
          seen + other.seen);
    }

    private FollowUp among(double all) {
      return new FollowUp(action, followed, all, seconds, seen);
    }
  }

  /** The lookup before the log has been read. */
  static final FollowerLookup NONE = new FollowerLookup(ExchangeState.NONE, "", Set.of());

  /**
   * A call.
   *
   * @param namespace empty for a namespace that no workflow names
   */
  private record Call(String namespace, String action) {}

  private final ExchangeState state;
  private final String invoker;
  private final Set<String> present;

  private final Map<Call, List<FollowUp>> known = new ConcurrentHashMap<>();

  /** The calls since the state changed: at most as many as workflows have actions and callers. */
  private final Set<Call> asked = ConcurrentHashMap.newKeySet();

  private final Map<String, List<List<Later>>> later = new ConcurrentHashMap<>();

  private FollowerLookup(ExchangeState state, String invoker, Set<String> present) {
    this.state = state;
    this.invoker = invoker;
    this.present = present;
  }

  /** The lookup of an invoker, computed on demand. */
  static FollowerLookup of(ExchangeState state, String invoker) {
    Set<String> present = new TreeSet<>(state.members().present());
    present.add(invoker);
    return new FollowerLookup(state, invoker, present);
  }

  /**
   * The lookup after a change of the state. Recently requested entries are computed at once, so
   * that frequent calls do not wait for them.
   */
  FollowerLookup next(ExchangeState changed, String name) {
    FollowerLookup next = of(changed, name);
    for (Call call : asked) {
      if (!places(changed, call).isEmpty()) {
        next.known.put(call, next.compute(call));
      }
    }
    return next;
  }

  /** The actions that follow an action when a namespace calls it, the earliest first. */
  public List<FollowUp> of(String namespace, String action) {
    boolean named = !state.index().naming(namespace, action).isEmpty();
    if (!named && state.index().calledByAll(action).isEmpty()) {
      return List.of();
    }
    Call call = new Call(named ? namespace : "", action);
    asked.add(call);
    return known.computeIfAbsent(call, this::compute);
  }

  private static List<Place> places(ExchangeState state, Call call) {
    return call.namespace().isEmpty()
        ? state.index().calledByAll(call.action())
        : state.index().calledIn(call.namespace(), call.action());
  }

  private List<FollowUp> compute(Call call) {
    Map<String, FollowUp> followers = new LinkedHashMap<>();
    double all = 0;
    for (Place place : places(state, call)) {
      WorkflowState workflow = Objects.requireNonNull(state.workflows().get(place.workflow()));
      double ended = KnownFollower.DECLARED + workflow.load().arrivals().total();
      all += ended;
      for (Later next : laterStages(place)) {
        double here = share(workflow, next.stage(), invoker, present);
        if (here > 0) {
          FollowUp one = followUp(workflow, place.stage(), next, ended, here);
          followers.merge(one.action(), one, FollowUp::plus);
        }
      }
    }
    List<FollowUp> list = new ArrayList<>();
    for (FollowUp one : followers.values()) {
      list.add(one.among(all));
    }
    list.sort(Comparator.comparingDouble(FollowUp::seconds));
    return List.copyOf(list.subList(0, Math.min(MOST_FOLLOWERS, list.size())));
  }

  private List<Later> laterStages(Place place) {
    return later
        .computeIfAbsent(
            place.workflow(), name -> later(Objects.requireNonNull(state.workflows().get(name))))
        .get(place.stage());
  }

  /**
   * The actions of later stages that run on this invoker, by the namespaces that will call them, at
   * most {@value #MOST_EXPECTED} actions for each. An action of a declared workflow is called by
   * the declaring namespace. An action of the operator's workflows is called by its own namespace.
   * If it is in a package, the namespaces of its preceding actions may call it as well.
   */
  public Map<String, Set<String>> expected() {
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    for (WorkflowState workflow : state.workflows().values()) {
      Workflow definition = workflow.definition();
      for (int s = 0; s < definition.stages().size(); s++) {
        if (!definition.stages().get(s).after().isEmpty()
            && share(workflow, s, invoker, present) > 0) {
          String action = definition.stages().get(s).action();
          for (String namespace : callers(definition, s)) {
            Set<String> actions = expected.computeIfAbsent(namespace, n -> new LinkedHashSet<>());
            if (actions.size() < MOST_EXPECTED) {
              actions.add(action);
            }
          }
        }
      }
    }
    return expected;
  }

  private static Set<String> callers(Workflow definition, int stage) {
    if (!definition.owner().isOperator()) {
      return Set.of(definition.owner().namespace());
    }
    String action = definition.stages().get(stage).action();
    Set<String> namespaces = new TreeSet<>();
    namespaces.add(WorkflowOwner.namespaceOf(action));
    if (action.indexOf('/') < action.lastIndexOf('/')) {
      before(definition, stage)
          .forEach(
              s -> namespaces.add(WorkflowOwner.namespaceOf(definition.stages().get(s).action())));
    }
    return namespaces;
  }

  private static Set<Integer> before(Workflow definition, int stage) {
    Set<Integer> before = new TreeSet<>();
    List<Integer> open = new ArrayList<>(definition.stages().get(stage).after());
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      if (before.add(next)) {
        open.addAll(definition.stages().get(next).after());
      }
    }
    return before;
  }

  private static List<List<Later>> later(WorkflowState workflow) {
    return LaterStages.of(
        workflow.definition().graph(),
        workflow.load().course().stages().stream().mapToDouble(StageRunAverage::seconds).toArray(),
        workflow.definition().qosMs() / 1000.0);
  }

  private static FollowUp followUp(
      WorkflowState workflow, int stage, Later next, double ended, double here) {
    StageProgress course = workflow.load().course();
    int before = course.stages().get(stage).runs();
    int after = course.stages().get(next.stage()).runs();
    double goesOn =
        Math.min(1, (KnownFollower.DECLARED + after) / (KnownFollower.DECLARED + before));
    return new FollowUp(
        workflow.definition().stages().get(next.stage()).action(),
        ended * goesOn * here,
        ended,
        next.seconds(),
        after);
  }

  /**
   * An invoker's part of a stage's runs. Before the first run, all live invokers have equal parts.
   */
  private static double share(
      WorkflowState workflow, int stage, String invoker, Set<String> present) {
    List<String> ranBy = workflow.placement().ranBy().get(stage);
    List<String> sharers = ranBy.stream().filter(present::contains).toList();
    if (ranBy.isEmpty()) {
      return 1.0 / present.size();
    }
    return sharers.contains(invoker) ? 1.0 / sharers.size() : 0;
  }
}
