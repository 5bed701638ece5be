/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import org.apache.openwhisk.SignatureOnly;

public class LogMarkerToken {
  public static LogMarkerToken parse(String token) {
    throw new SignatureOnly();
  }
}
