/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * Idle-time histogram, for timers and near-periodic functions: the demand that followed {@code
 * step} windows after each earlier window that had been idle for as long as the function is now.
 * Over the idle times this is the hazard of the histogram of gaps between calls (Shahrad et al.,
 * Serverless in the Wild, ATC 2020, keep the histogram itself). Neighbouring idle times lend a
 * little, since timers drift over window borders.
 */
final class IdleTime implements Component {

  private static final double PRIOR = 0.5;
  private static final double NEIGHBOUR = 0.1;

  /** Windows from which the demand at any idle time is learnt. */
  private static final int RECENT = 256;

  @Override
  public void predict(History history, int step, double[] mass) {
    Background.copyTo(mass);
    Tally all = new Tally();
    Tally near = new Tally();
    Tally same = new Tally();
    long now = history.idle();
    long slack = Math.max(1, now / 16);
    long idle = 0;
    for (int lag = history.size(); lag > step; lag--) {
      idle = history.bin(lag) > 0 ? 0 : idle + 1;
      int next = history.bin(lag - step);
      if (lag <= RECENT) {
        all.add(next, 1);
      }
      if (idle == now) {
        same.add(next, 1);
      } else if (now > 1 && Math.abs(idle - now) <= slack) {
        near.add(next, NEIGHBOUR);
      }
    }
    all.update(mass, PRIOR);
    near.update(mass, PRIOR);
    same.update(mass, PRIOR);
  }
}
