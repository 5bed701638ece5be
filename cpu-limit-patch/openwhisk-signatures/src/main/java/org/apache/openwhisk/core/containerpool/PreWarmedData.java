/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import java.time.Instant;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.Option;
import scala.concurrent.duration.Deadline;

public class PreWarmedData extends ContainerStarted {
  private final String kind;
  private final Option<Deadline> expires;

  public PreWarmedData(
      Container container,
      String kind,
      ByteSize memoryLimit,
      int activeActivationCount,
      Option<Deadline> expires) {
    super(container, Instant.EPOCH, memoryLimit, activeActivationCount);
    this.kind = kind;
    this.expires = expires;
  }

  @Override
  public Container container() {
    return super.container();
  }

  public String kind() {
    return kind;
  }

  public Option<Deadline> expires() {
    return expires;
  }
}
