/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.StartKind;
import io.aquatope.trace.TraceFunction;
import java.util.List;

/**
 * What is replayed: activations that arrive by themselves or follow others, and how long they run.
 *
 * <p>Activations are numbered from 0 to {@link #size()} - 1, functions by their place in {@link
 * #functions()}. What an activation runs has to be known from its arrival to its end; so a workload
 * may decide it when the activation comes. All times are in microseconds from the start.
 */
public interface ReplayWorkload {

  /** Takes the activations that follow others. */
  @FunctionalInterface
  interface Arrivals {

    /** The activation of this number arrives at a time, which is not before now. */
    void add(int activation, long atMicros);
  }

  /** The workload from its beginning; itself if it remembers nothing of a replay. */
  ReplayWorkload afresh();

  /** Length of the period over which memory is counted. */
  long durationMicros();

  /** All functions that activations may run. */
  List<TraceFunction> functions();

  /** How many activations there are; each arrives once. */
  int size();

  /** How many of them arrive by themselves. */
  int arrivals();

  /** When the {@code index}-th of those arrives; ascending. */
  long arrivalMicros(int index);

  /** The number of the {@code index}-th of those. */
  int arrival(int index);

  /** An activation arrives; from now until it has ended it may be asked about. */
  default void arrived(int activation, long nowMicros) {}

  /** Index of the function that an activation runs. */
  int functionIndex(int activation);

  /** What led to an activation; see {@link io.aquatope.pool.Activation#root}. */
  long root(int activation);

  /** How long an activation runs in an initialised container. */
  long runMicros(int activation);

  /** An activation was given to a container, in which it runs from a time on. */
  default void started(int activation, StartKind start, long nowMicros, long runsFromMicros) {}

  /** A container is being prepared for a function, which takes so long. */
  default void preparing(TraceFunction function, long micros) {}

  /** An activation has ended; what follows it is to be told. */
  void ended(int activation, long nowMicros, Arrivals followers);
}
