/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.StartKind;
import io.aquatope.trace.TraceFunction;
import java.util.List;

/**
 * The load of a replay: activations that arrive by themselves or follow others, and their run
 * times.
 *
 * <p>Activations are numbered from 0 to {@link #size()} - 1, functions by their place in {@link
 * #functions()}. The function and run time of an activation must be known from its arrival to its
 * end, so a workload may decide them on arrival. All times are in microseconds from the start.
 */
public interface ReplayWorkload {

  /** Receives the activations that follow others. */
  @FunctionalInterface
  interface Arrivals {

    /** Adds the arrival of an activation at a time, which is not before now. */
    void add(int activation, long atMicros);
  }

  /** The workload from its beginning; returns itself if it keeps no state of a replay. */
  ReplayWorkload afresh();

  /** Length of the period over which memory is counted. */
  long durationMicros();

  /** All functions that activations may run. */
  List<TraceFunction> functions();

  /** The number of activations; each arrives once. */
  int size();

  /** The number of activations that arrive by themselves. */
  int arrivals();

  /** The arrival time of the {@code index}-th activation that arrives by itself; ascending. */
  long arrivalMicros(int index);

  /** The number of the {@code index}-th activation that arrives by itself. */
  int arrival(int index);

  /** Reports the arrival of an activation. It may be asked about from now until it has ended. */
  default void arrived(int activation, long nowMicros) {}

  /** Index of the function that an activation runs. */
  int functionIndex(int activation);

  /** The root of an activation; see {@link io.aquatope.pool.Activation#root}. */
  long root(int activation);

  /** The run time of an activation in an initialised container. */
  long runMicros(int activation);

  /**
   * Reports that an activation was given to a container, in which it runs from {@code
   * runsFromMicros} on.
   */
  default void started(int activation, StartKind start, long nowMicros, long runsFromMicros) {}

  /** Reports that a container is being prepared for a function, for {@code micros}. */
  default void preparing(TraceFunction function, long micros) {}

  /** Reports that an activation has ended; the workload adds the activations that follow it. */
  void ended(int activation, long nowMicros, Arrivals followers);
}
