/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public abstract class SizeUnits$Unit {
  public abstract long toBytes(long n);

  public abstract long toMBytes(long n);
}
