/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import java.time.Instant;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.NeedWork;
import org.apache.openwhisk.core.containerpool.PreWarmedData;
import org.apache.openwhisk.core.containerpool.RescheduleJob$;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.containerpool.WarmedData;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import scala.Option;

/** What container proxies tell a pool. */
final class PoolMessages {

  static final Object RESCHEDULE = RescheduleJob$.MODULE$;

  private static final Container CONTAINER =
      (Container)
          java.lang.reflect.Proxy.newProxyInstance(
              Container.class.getClassLoader(),
              new Class<?>[] {Container.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private PoolMessages() {}

  /** A run has ended, and another can come. */
  static NeedWork warm(Run run) {
    return new NeedWork(
        new WarmedData(
            CONTAINER,
            run.msg().user().namespace().name(),
            run.action(),
            Instant.EPOCH,
            1,
            Option.empty()));
  }

  /** A container is ready that was started without an activation. */
  static NeedWork stemCell() {
    return new NeedWork(
        new PreWarmedData(
            CONTAINER, "python:3", new ByteSize(256, SizeUnits$MB$.MODULE$), 0, Option.empty()));
  }
}
