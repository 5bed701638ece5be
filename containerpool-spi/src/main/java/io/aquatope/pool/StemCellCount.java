/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The stem cells of one sort.
 *
 * @param ready those that can be taken
 * @param starting those that have been ordered
 */
public record StemCellCount(int ready, int starting) {

  static final StemCellCount NONE = new StemCellCount(0, 0);

  /** Ready and starting ones. */
  public int total() {
    return ready + starting;
  }
}
