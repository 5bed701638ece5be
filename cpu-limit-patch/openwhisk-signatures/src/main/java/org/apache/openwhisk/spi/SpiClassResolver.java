/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.spi;

import scala.reflect.Manifest;

public interface SpiClassResolver {
  <T> String getClassNameForType(Manifest<T> type);
}
