/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.outbox;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Records in JSON that wait to be sent, bounded in number and in bytes. New records evict the
 * oldest. Not thread-safe.
 */
final class WaitingRecords {

  private final int mostRecords;
  private final long mostBytes;
  private final Deque<byte[]> records = new ArrayDeque<>();
  private long bytes;

  WaitingRecords(int mostRecords, long mostBytes) {
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  /** Takes a record, and returns the number of records evicted for it. */
  int add(byte[] record) {
    records.add(record);
    bytes += record.length;
    int dropped = 0;
    while (records.size() > mostRecords || (bytes > mostBytes && records.size() > 1)) {
      next();
      dropped++;
    }
    return dropped;
  }

  /** Size of the record that has waited longest. The queue must not be empty. */
  int nextSize() {
    return records.element().length;
  }

  /** Removes and returns the record that has waited longest. The queue must not be empty. */
  byte[] next() {
    byte[] next = records.remove();
    bytes -= next.length;
    return next;
  }

  int size() {
    return records.size();
  }

  long bytes() {
    return bytes;
  }
}
