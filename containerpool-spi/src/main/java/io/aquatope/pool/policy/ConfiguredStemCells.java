/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.PoolAction.TopUpStemCells;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StemCell;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy that does not decide about stem cells, with those that operators have configured. Their
 * number stays the same, as under OpenWhisk's own rule.
 */
final class ConfiguredStemCells extends ForwardingPolicy {

  private final List<PoolAction> allStemCells;

  private ConfiguredStemCells(PoolPolicy policy, List<PoolAction> allStemCells) {
    super(policy);
    this.allStemCells = allStemCells;
  }

  /** The policy with the configured stem cells; the policy itself if there are none. */
  static PoolPolicy with(PoolPolicy policy, PolicySettings settings) {
    List<PoolAction> cells = new ArrayList<>();
    for (StemCellSettings one : settings.stemCells()) {
      if (one.initialCount() > 0) {
        cells.add(new TopUpStemCells(one.stemCell(), one.initialCount()));
      }
    }
    return cells.isEmpty() ? policy : new ConfiguredStemCells(policy, List.copyOf(cells));
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return joined(super.initially(nowMicros), allStemCells);
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return joined(
        super.stemCellTaken(stemCell, nowMicros), List.of(new StartStemCells(stemCell, 1)));
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return joined(super.backfill(nowMicros), allStemCells);
  }

  private static List<PoolAction> joined(List<PoolAction> some, List<PoolAction> more) {
    List<PoolAction> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
