/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS for a smooth function within a box. The two-loop recursion gives a direction
 * for the variables that are not held at a bound. A backtracking search along the projected path
 * finds sufficient decrease. Sources: Nocedal and Wright, "Numerical Optimization", alg. 7.4;
 * Bertsekas, "Projected Newton methods", 1982.
 *
 * @param memory number of curvature pairs kept, typically 5 to 10
 * @param maxIterations iterations after which the best point so far is returned
 * @param tolerance relative decrease below which the search ends
 */
public record LbfgsOptimizer(int memory, int maxIterations, double tolerance) {

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int MAX_HALVINGS = 20;

  /** A local minimum and the function's value there. */
  @SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
  public record Minimum(double[] point, double value) {}

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Pair(double[] step, double[] change, double curvature) {}

  /** Minimises {@code f} within {@code lower} and {@code upper}, starting at {@code start}. */
  public Minimum minimize(
      DifferentiableFunction f, double[] start, double[] lower, double[] upper) {
    int n = start.length;
    double[] x = project(start.clone(), lower, upper);
    double[] gradient = new double[n];
    double value = f.valueAndGradient(x, gradient);
    Deque<Pair> pairs = new ArrayDeque<>();
    double[] trialGradient = new double[n];
    for (int iteration = 0; iteration < maxIterations && Double.isFinite(value); iteration++) {
      double[] direction = direction(gradient, pairs, held(x, gradient, lower, upper));
      double slope = VectorMath.dot(direction, gradient);
      if (slope >= 0) {
        pairs.clear();
        direction = direction(gradient, pairs, held(x, gradient, lower, upper));
        slope = VectorMath.dot(direction, gradient);
      }
      if (slope > -1e-16) {
        break;
      }
      double length =
          pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(VectorMath.dot(gradient, gradient))) : 1;
      double[] trial = x;
      double trialValue = Double.POSITIVE_INFINITY;
      for (int halving = 0; halving < MAX_HALVINGS; halving++, length /= 2) {
        trial = project(along(x, direction, length), lower, upper);
        trialValue = f.valueAndGradient(trial, trialGradient);
        if (trialValue <= value + SUFFICIENT_DECREASE * VectorMath.dot(gradient, minus(trial, x))) {
          break;
        }
      }
      if (!(trialValue < value)) {
        break;
      }
      double[] step = minus(trial, x);
      double[] change = minus(trialGradient, gradient);
      double curvature = VectorMath.dot(step, change);
      if (curvature > 1e-12 * VectorMath.dot(change, change)) {
        pairs.addFirst(new Pair(step, change, curvature));
        if (pairs.size() > memory) {
          pairs.removeLast();
        }
      }
      double decrease = value - trialValue;
      x = trial;
      value = trialValue;
      System.arraycopy(trialGradient, 0, gradient, 0, n);
      if (decrease <= tolerance * Math.max(1, Math.abs(value))) {
        break;
      }
    }
    return new Minimum(x, value);
  }

  private static double[] direction(double[] gradient, Deque<Pair> pairs, boolean[] held) {
    double[] d = gradient.clone();
    clear(d, held);
    double[] alphas = new double[pairs.size()];
    int i = 0;
    for (Pair pair : pairs) {
      alphas[i] = VectorMath.dot(pair.step, d) / pair.curvature;
      add(d, pair.change, -alphas[i++]);
    }
    Pair newest = pairs.peekFirst();
    if (newest != null) {
      double scale = newest.curvature / VectorMath.dot(newest.change, newest.change);
      Arrays.setAll(d, j -> d[j] * scale);
    }
    for (Iterator<Pair> it = pairs.descendingIterator(); it.hasNext(); ) {
      Pair pair = it.next();
      add(d, pair.step, alphas[--i] - VectorMath.dot(pair.change, d) / pair.curvature);
    }
    Arrays.setAll(d, j -> -d[j]);
    clear(d, held);
    return d;
  }

  private static boolean[] held(double[] x, double[] gradient, double[] lower, double[] upper) {
    boolean[] held = new boolean[x.length];
    for (int j = 0; j < x.length; j++) {
      held[j] = (x[j] <= lower[j] && gradient[j] > 0) || (x[j] >= upper[j] && gradient[j] < 0);
    }
    return held;
  }

  private static void clear(double[] d, boolean[] held) {
    for (int j = 0; j < d.length; j++) {
      if (held[j]) {
        d[j] = 0;
      }
    }
  }

  private static double[] project(double[] x, double[] lower, double[] upper) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Math.min(upper[j], Math.max(lower[j], x[j]));
    }
    return x;
  }

  private static double[] along(double[] x, double[] direction, double length) {
    double[] y = x.clone();
    add(y, direction, length);
    return y;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, b, -1);
    return difference;
  }

  private static void add(double[] target, double[] vector, double weight) {
    for (int j = 0; j < target.length; j++) {
      target[j] += weight * vector[j];
    }
  }
}
