/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public class ByteSize {
  private final long size;
  private final SizeUnits$Unit unit;

  public ByteSize(long size, SizeUnits$Unit unit) {
    this.size = size;
    this.unit = unit;
  }

  public long toBytes() {
    return unit.toBytes(size);
  }

  public long toMB() {
    return unit.toMBytes(size);
  }

  public double $div(ByteSize other) {
    throw new SignatureOnly();
  }
}
