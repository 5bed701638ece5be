/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.workflow.Course;
import io.aquatope.exchange.workflow.StageRuns;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.successor.Follower;
import io.aquatope.successor.LaterStages;
import io.aquatope.successor.LaterStages.Later;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which actions follow an action as later stages of its workflows, by what is declared and what all
 * invokers have seen. Of w workflows that run action a, the one of n(w) instances lately has b
 * follow in {@code n(w) · ran(b) / ran(a)} of them; one invoker gets its part of that, if those
 * that run b share its calls evenly. A declaration counts as {@link Follower#DECLARED} instances.
 */
public final class FollowUps {

  /**
   * An action that follows another one.
   *
   * @param followed in how many of the instances it came to this invoker
   * @param instances that ran the action that it follows
   * @param seconds from the beginning of one to that of the other
   * @param seen in how many of them it was seen to follow, anywhere
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

  private FollowUps() {}

  /** For each action those that follow it on an invoker, the soonest first. */
  public static Map<String, List<FollowUp>> of(ExchangeState state, String invoker) {
    Map<String, Map<String, FollowUp>> byAction = new HashMap<>();
    Map<String, Double> instances = new HashMap<>();
    Set<String> present = new TreeSet<>(state.members().present());
    present.add(invoker);
    for (WorkflowState workflow : state.workflows().values()) {
      Workflow definition = workflow.definition();
      double ended = Follower.DECLARED + workflow.load().arrivals().total();
      List<List<Later>> later = later(workflow);
      for (int stage = 0; stage < later.size(); stage++) {
        String action = definition.stages().get(stage).action();
        instances.merge(action, ended, Double::sum);
        for (Later next : later.get(stage)) {
          double here = share(workflow, next.stage(), invoker, present);
          if (here > 0) {
            FollowUp one = followUp(workflow, stage, next, ended, here);
            byAction
                .computeIfAbsent(action, a -> new LinkedHashMap<>())
                .merge(one.action(), one, FollowUp::plus);
          }
        }
      }
    }
    Map<String, List<FollowUp>> sorted = new HashMap<>();
    byAction.forEach(
        (action, followers) -> {
          List<FollowUp> list = new ArrayList<>();
          double all = Objects.requireNonNull(instances.get(action));
          followers.values().forEach(one -> list.add(one.among(all)));
          list.sort(Comparator.comparingDouble(FollowUp::seconds));
          sorted.put(action, List.copyOf(list));
        });
    return Map.copyOf(sorted);
  }

  private static List<List<Later>> later(WorkflowState workflow) {
    return LaterStages.of(
        workflow.definition().graph(),
        workflow.load().course().stages().stream().mapToDouble(StageRuns::seconds).toArray(),
        workflow.definition().qosMs() / 1000.0);
  }

  private static FollowUp followUp(
      WorkflowState workflow, int stage, Later next, double ended, double here) {
    Course course = workflow.load().course();
    int before = course.stages().get(stage).runs();
    int after = course.stages().get(next.stage()).runs();
    double goesOn = Math.min(1, (Follower.DECLARED + after) / (Follower.DECLARED + before));
    return new FollowUp(
        workflow.definition().stages().get(next.stage()).action(),
        ended * goesOn * here,
        ended,
        next.seconds(),
        after);
  }

  /** The part of a stage's runs that an invoker gets; before any run each may get them. */
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
