/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/**
 * Idle-time histogram, for timers and near-periodic functions: the demand that followed {@code
 * step} windows after each earlier window that had been idle for as long as the function is now.
 * Over the idle times this is the hazard of the histogram of gaps between calls (Shahrad et al.,
 * Serverless in the Wild, ATC 2020, keep the histogram itself). Neighbouring idle times contribute
 * a little, since timers drift over window borders.
 */
public final class IdleTimeCounts implements DemandComponent {

  private static final double PRIOR = 0.5;
  private static final double NEIGHBOUR = 0.1;

  /** Windows from which the demand at any idle time is learnt. */
  private static final int RECENT = 256;

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    BackgroundDemand.copyTo(mass);
    DemandCounts all = new DemandCounts(mass.length);
    DemandCounts near = new DemandCounts(mass.length);
    DemandCounts same = new DemandCounts(mass.length);
    long now = history.idle();
    long slack = Math.max(1, now / 16);
    history.addTo(all, 1, Math.min(RECENT, history.size()) - step, 1);
    if (history.isSparse()) {
      addByPauses(history, step, slack, near, same);
    } else {
      addByWindows(history, step, slack, near, same);
    }
    all.update(mass, PRIOR);
    near.update(mass, PRIOR);
    same.update(mass, PRIOR);
  }

  static void addByWindows(
      DemandHistory history, int step, long slack, DemandCounts near, DemandCounts same) {
    long now = history.idle();
    long idle = 0;
    for (int lag = history.size(); lag > step; lag--) {
      idle = history.bin(lag) > 0 ? 0 : idle + 1;
      int next = history.bin(lag - step);
      if (idle == now) {
        same.add(next, 1);
      } else if (now > 1 && Math.abs(idle - now) <= slack) {
        near.add(next, NEIGHBOUR);
      }
    }
  }

  /**
   * The same for windows with demand and the pauses after them, including the pause before the
   * first.
   */
  static void addByPauses(
      DemandHistory history, int step, long slack, DemandCounts near, DemandCounts same) {
    long now = history.idle();
    int newest = 1;
    for (int age = 0; age <= history.demands(); age++) {
      int begin = age < history.demands() ? history.lagOfDemand(age) : history.size() + 1;
      int end = Math.max(newest, step + 1);
      if (now <= begin - end && begin - now <= history.size()) {
        same.add(history.bin((int) (begin - now) - step), 1);
      }
      if (now > 1) {
        int first = (int) Math.max(end, begin - now - slack);
        int last = (int) (begin - now);
        history.addTo(near, first - step, last - 1 - step, NEIGHBOUR, age);
        int beyond = (int) Math.min(last + slack, begin - 1);
        history.addTo(near, Math.max(end, last + 1) - step, beyond - step, NEIGHBOUR, age);
      }
      newest = begin + 1;
    }
  }
}
