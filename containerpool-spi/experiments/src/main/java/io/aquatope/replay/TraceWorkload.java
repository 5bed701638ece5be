/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.util.List;

/** A recorded load. It is completely known before the replay and does not change. */
final class TraceWorkload implements ReplayWorkload {

  private final Trace trace;
  private final FollowerIndex followers;

  TraceWorkload(Trace trace) {
    this.trace = trace;
    followers = new FollowerIndex(trace);
  }

  @Override
  public ReplayWorkload afresh() {
    return this;
  }

  @Override
  public long durationMicros() {
    return trace.durationMicros();
  }

  @Override
  public List<TraceFunction> functions() {
    return trace.functions();
  }

  @Override
  public int size() {
    return trace.size();
  }

  @Override
  public int arrivals() {
    return followers.roots();
  }

  @Override
  public long arrivalMicros(int index) {
    return trace.offsetMicros(index);
  }

  @Override
  public int arrival(int index) {
    return index;
  }

  @Override
  public int functionIndex(int activation) {
    return trace.function(activation);
  }

  @Override
  public long root(int activation) {
    return followers.root(activation);
  }

  @Override
  public long runMicros(int activation) {
    return trace.runMicros(activation);
  }

  @Override
  public void ended(int activation, long nowMicros, Arrivals arrivals) {
    for (int f = followers.first(activation); f != FollowerIndex.NONE; f = followers.next(f)) {
      arrivals.add(f, nowMicros + trace.offsetMicros(f));
    }
  }
}
