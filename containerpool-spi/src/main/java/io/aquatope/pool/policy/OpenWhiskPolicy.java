/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.PoolAction.TopUpStemCells;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StemCell;
import java.util.List;

/**
 * OpenWhisk's default policy. An idle container stays for a fixed time. When memory is short, the
 * container whose last start is longest ago is evicted first. Each configured kind and memory has a
 * fixed number of stem cells, and a stem cell that is taken is replaced at once.
 */
final class OpenWhiskPolicy implements PoolPolicy {

  private final long keepAliveMicros;
  private final List<PoolAction> allStemCells;

  OpenWhiskPolicy(PolicySettings settings) {
    this.keepAliveMicros = MICROSECONDS.convert(settings.keepAlive());
    this.allStemCells =
        settings.stemCells().stream()
            .<PoolAction>map(s -> new TopUpStemCells(s.stemCell(), s.initialCount()))
            .toList();
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return keepAliveMicros;
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return allStemCells;
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return List.of(new StartStemCells(stemCell, 1));
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return allStemCells;
  }
}
