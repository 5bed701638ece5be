/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Option;

public class UserLimits {
  public Option<Object> warmedContainerKeepingCount() {
    throw new SignatureOnly();
  }

  public Option<String> warmedContainerKeepingTimeout() {
    throw new SignatureOnly();
  }
}
