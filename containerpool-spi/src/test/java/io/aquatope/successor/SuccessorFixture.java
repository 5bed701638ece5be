/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;

/** Successors under test, and calls in seconds. */
public final class SuccessorFixture {

  record Call(FunctionSpec function, long root) implements Activation {}

  /** Probabilities as they are, and a few bounds that are within reach of a test. */
  public static final SuccessorSettings PLAIN = settings(1000, 16, 500, 0);

  public final Successors successors;
  private String namespace = "ns";
  private String revision = "1";
  private int maxConcurrent = 1;

  public SuccessorFixture(SuccessorSettings settings) {
    this(settings, KnownFollowers.NONE);
  }

  SuccessorFixture(SuccessorSettings settings, KnownFollowers followers) {
    successors = new Successors(settings, followers);
  }

  public static SuccessorSettings settings(
      int functions, int candidates, int roots, double caution) {
    SuccessorSettings standard = SuccessorSettings.DEFAULT;
    return new SuccessorSettings(
        new SuccessorBounds(
            functions, candidates, roots, standard.bounds().stages(), standard.bounds().onsets()),
        new SuccessorEvidence(
            standard.evidence().trials(),
            standard.evidence().lagMicros(),
            caution,
            standard.evidence().falsePairs()));
  }

  public static FunctionSpec function(
      String namespace, String name, String revision, int concurrent) {
    return new FunctionSpec(
        new FunctionId(namespace, name, revision), "nodejs:20", 256, concurrent);
  }

  public static long micros(double seconds) {
    return Math.round(seconds * 1e6);
  }

  /** A call, for who asks about it. */
  public static Activation call(String name, long root) {
    return new Call(function("ns", name, "1", 1), root);
  }

  public SuccessorFixture in(String other) {
    namespace = other;
    return this;
  }

  public SuccessorFixture revision(String other) {
    revision = other;
    return this;
  }

  public SuccessorFixture maxConcurrent(int other) {
    maxConcurrent = other;
    return this;
  }

  /** A call of a function by a root. */
  public SuccessorFixture call(String name, long root, double seconds) {
    FunctionSpec function = function(namespace, name, revision, maxConcurrent);
    successors.arrived(new Call(function, root), micros(seconds));
    return this;
  }

  /** A call that has just come waits for its container. */
  void waits(String name, long root, double seconds, double wait) {
    FunctionSpec function = function(namespace, name, revision, maxConcurrent);
    successors.waits(new Call(function, root), micros(seconds + wait));
  }

  /** A call has run to its end. */
  SuccessorFixture end(String name, long root, double seconds) {
    successors.ended(
        new Call(function(namespace, name, revision, maxConcurrent), root), micros(seconds));
    return this;
  }

  /** So many calls side by side. */
  public SuccessorFixture fanOut(String name, int width, long root, double seconds) {
    for (int i = 0; i < width; i++) {
      call(name, root, seconds);
    }
    return this;
  }

  /** A root that calls one function after the other, with a second from each to the next. */
  SuccessorFixture chain(long root, double seconds, String... names) {
    for (int i = 0; i < names.length; i++) {
      call(names[i], root, seconds + i);
    }
    return this;
  }

  List<ExpectedDemand> expected(double seconds) {
    return successors.expected(micros(seconds));
  }

  List<ExpectedDemand> expected(String name, double seconds) {
    List<ExpectedDemand> found = new ArrayList<>(expected(seconds));
    found.removeIf(each -> !each.function().id().action().equals(name));
    return found;
  }

  /** How likely at least one call of a function is; 0 if it is not expected. */
  double probability(String name, double seconds) {
    return expected(name, seconds).stream()
        .mapToDouble(ExpectedDemand::probability)
        .max()
        .orElse(0);
  }
}
