/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import com.google.common.primitives.Ints;
import io.aquatope.pool.StemCell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All stem cells, and the choice of one for a function. */
final class StemCellShelf {

  private final boolean promotes;
  private final Map<StemCell, StemCells> bySort = new LinkedHashMap<>();

  /** The same by kind and memory. */
  private final Map<String, NavigableMap<Integer, StemCells>> byKind = new LinkedHashMap<>();

  /**
   * @param promotes whether a function may get a stem cell of more memory than it asks for
   */
  StemCellShelf(boolean promotes) {
    this.promotes = promotes;
  }

  StemCells of(StemCell stemCell) {
    return bySort.computeIfAbsent(
        stemCell,
        sort ->
            byKind
                .computeIfAbsent(sort.kind(), kind -> new TreeMap<>())
                .computeIfAbsent(sort.memoryMb(), mb -> new StemCells()));
  }

  @Nullable StemCells find(StemCell stemCell) {
    return bySort.get(stemCell);
  }

  /**
   * The oldest ready stem cell of the least sufficient memory, or null.
   *
   * @param mostExcessMb how much more memory than wanted it may have, if the policy promotes at all
   */
  @Nullable PooledContainer oldestFor(StemCell wanted, long mostExcessMb) {
    if (!promotes || mostExcessMb <= 0) {
      StemCells cells = bySort.get(wanted);
      return cells == null ? null : cells.ready.oldest();
    }
    NavigableMap<Integer, StemCells> sizes = byKind.get(wanted.kind());
    if (sizes != null) {
      int most = Ints.saturatedCast(wanted.memoryMb() + mostExcessMb);
      for (StemCells cells : sizes.subMap(wanted.memoryMb(), true, most, true).values()) {
        if (cells.ready.oldest() != null) {
          return cells.ready.oldest();
        }
      }
    }
    return null;
  }

  /**
   * The stem cell of any kind and memory that has been ready for longest; if none is ready, one
   * that is starting, or null.
   */
  @Nullable PooledContainer oldest() {
    PooledContainer oldest = null;
    PooledContainer starting = null;
    for (StemCells cells : bySort.values()) {
      PooledContainer candidate = cells.ready.oldest();
      if (candidate != null
          && (oldest == null || candidate.lastUsedMicros < oldest.lastUsedMicros)) {
        oldest = candidate;
      }
      starting = starting == null ? cells.starting.oldest() : starting;
    }
    return oldest == null ? starting : oldest;
  }

  /** Memory of the ready ones. */
  long readyMb() {
    long mb = 0;
    for (Map.Entry<StemCell, StemCells> cells : bySort.entrySet()) {
      mb += (long) cells.getKey().memoryMb() * cells.getValue().ready.size();
    }
    return mb;
  }
}
