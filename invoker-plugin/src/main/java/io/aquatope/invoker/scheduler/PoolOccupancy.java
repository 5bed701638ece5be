/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.invoker.scheduler.LeaseProxy.Phase;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.openwhisk.core.containerpool.v2.BasicContainerInfo;
import org.apache.openwhisk.core.containerpool.v2.PrewarmedContainerPoolState;
import org.apache.openwhisk.core.containerpool.v2.TotalContainerPoolState;
import org.apache.openwhisk.core.containerpool.v2.WarmContainerPoolState;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map$;

/**
 * The containers of a pool, counted as OpenWhisk's own pool counts them. Prepared containers count
 * as stem cells.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class PoolOccupancy {

  private final Collection<LeaseProxy> proxies;

  PoolOccupancy(Collection<LeaseProxy> proxies) {
    this.proxies = proxies;
  }

  long memoryMb(Phase phase) {
    long sum = 0;
    for (LeaseProxy proxy : proxies) {
      sum += proxy.phase == phase ? proxy.memoryMb : 0;
    }
    return sum;
  }

  int count(Phase phase) {
    int count = 0;
    for (LeaseProxy proxy : proxies) {
      count += proxy.phase == phase ? 1 : 0;
    }
    return count;
  }

  /** Reports each state under the names of OpenWhisk's own pool. */
  void report(PoolMonitor monitor, long maxMb) {
    monitor.occupied("inprogress", count(Phase.IN_PROGRESS), memoryMb(Phase.IN_PROGRESS));
    monitor.occupied("busy", count(Phase.BUSY), memoryMb(Phase.BUSY));
    monitor.occupied("prewarmed", count(Phase.READY), memoryMb(Phase.READY));
    monitor.occupied("warmed", count(Phase.PAUSED), memoryMb(Phase.PAUSED));
    int all = count(Phase.BUSY) + count(Phase.READY) + count(Phase.PAUSED);
    monitor.occupied("max", all, maxMb);
  }

  /** The answer to {@code GetState}. */
  TotalContainerPoolState state() {
    int inProgress = count(Phase.IN_PROGRESS);
    int ready = count(Phase.READY);
    return new TotalContainerPoolState(
        count(Phase.BUSY) + inProgress + count(Phase.PAUSED) + ready,
        inProgress,
        new PrewarmedContainerPoolState(ready, kinds()),
        state(Phase.BUSY),
        state(Phase.PAUSED));
  }

  private WarmContainerPoolState state(Phase phase) {
    return new WarmContainerPoolState(
        count(phase), JavaConverters.asScalaBuffer(containers(phase)).toList());
  }

  private List<BasicContainerInfo> containers(Phase phase) {
    List<BasicContainerInfo> found = new ArrayList<>();
    for (LeaseProxy proxy : proxies) {
      BasicContainerInfo info = proxy.phase == phase ? info(proxy) : null;
      if (info != null) {
        found.add(info);
      }
    }
    return found;
  }

  private static @Nullable BasicContainerInfo info(LeaseProxy proxy) {
    var function = proxy.function;
    var container = proxy.container;
    return function == null || container == null
        ? null
        : new BasicContainerInfo(
            container.containerId().asString(),
            function.spec().id().namespace(),
            function.action().name(),
            function.spec().kind());
  }

  private scala.collection.immutable.Map<String, Object> kinds() {
    Map<String, Integer> counts = new TreeMap<>();
    for (LeaseProxy proxy : proxies) {
      if (proxy.phase == Phase.READY) {
        counts.merge(proxy.kind(), 1, Integer::sum);
      }
    }
    scala.collection.immutable.Map<String, Object> result = Map$.MODULE$.empty();
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      result = result.$plus(new Tuple2<>(count.getKey(), count.getValue()));
    }
    return result;
  }
}
