/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public class SizeUnits$BYTE$ extends SizeUnits$Unit {
  public static final SizeUnits$BYTE$ MODULE$ = new SizeUnits$BYTE$();

  @Override
  public long toBytes(long n) {
    return n;
  }

  @Override
  public long toMBytes(long n) {
    return n / 1024 / 1024;
  }
}
