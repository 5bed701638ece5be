/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public class SizeUnits$MB$ extends SizeUnits$Unit {
  public static final SizeUnits$MB$ MODULE$ = new SizeUnits$MB$();

  @Override
  public long toBytes(long n) {
    return n * 1024 * 1024;
  }

  @Override
  public long toMBytes(long n) {
    return n;
  }
}
