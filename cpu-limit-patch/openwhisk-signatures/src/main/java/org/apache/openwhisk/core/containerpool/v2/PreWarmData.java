/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.Option;
import scala.concurrent.duration.Deadline;

public class PreWarmData extends Data {
  private final Container container;
  private final String kind;
  private final ByteSize memoryLimit;
  private final Option<Deadline> expires;

  public PreWarmData(
      Container container, String kind, ByteSize memoryLimit, Option<Deadline> expires) {
    this.container = container;
    this.kind = kind;
    this.memoryLimit = memoryLimit;
    this.expires = expires;
  }

  public Container container() {
    return container;
  }

  public String kind() {
    return kind;
  }

  public ByteSize memoryLimit() {
    return memoryLimit;
  }

  public Option<Deadline> expires() {
    return expires;
  }
}
