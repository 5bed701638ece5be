/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The number of stem cells of one kind and memory.
 *
 * @param ready those that can be taken
 * @param starting those that have been ordered
 */
public record StemCellCount(int ready, int starting) {

  /** No stem cell. */
  public static final StemCellCount NONE = new StemCellCount(0, 0);

  /** Number of ready and starting stem cells. */
  public int total() {
    return ready + starting;
  }
}
