/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Ticker;
import io.aquatope.cpu.limit.AnnotationLookup;
import io.aquatope.cpu.limit.ContainerAssignment;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuSettings;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.cpu.observe.Cgroup;
import io.aquatope.cpu.observe.DockerCgroups;
import io.aquatope.cpu.observe.RunMeter;
import io.aquatope.whisk.ContainerRequest;
import io.aquatope.whisk.ForwardingContainerFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.BlackboxStartupError;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Factory of containers with explicit CPU limits, which another factory creates. */
final class LimitingContainerFactory extends ForwardingContainerFactory {

  private final CpuSettings settings;
  private final LimitedContainers containers;
  private final WhiskWorkloads workloads;
  private final AnnotationLookup lookup;
  private final CpuControl control;
  private final CpuEvents events;
  private final ExecutionContext executor;
  private final AtomicBoolean saidUsageOutOfSight = new AtomicBoolean();

  LimitingContainerFactory(
      ContainerFactory delegate,
      CpuSettings settings,
      LimitedContainers containers,
      WhiskWorkloads workloads,
      AnnotationLookup lookup,
      CpuControl control,
      CpuEvents events,
      ExecutionContext executor) {
    super(delegate);
    this.settings = settings;
    this.containers = containers;
    this.workloads = workloads;
    this.lookup = lookup;
    this.control = control;
    this.events = events;
    this.executor = executor;
  }

  @Override
  protected Future<Container> create(
      ContainerRequest request, String name, TransactionMetadata transid) {
    long memoryMb = request.memory().toMB();
    ContainerAssignment workload =
        request
            .executable()
            .map(action -> workloads.of(action, memoryMb))
            .orElseGet(() -> ContainerAssignment.stemCell(memoryMb));
    LimitInForce inForce = containers.limitOf(workload);
    containers.report(workload, inForce);
    if (settings.limits().rejectBadAnnotations() && inForce.problem().isPresent()) {
      return Future$.MODULE$.failed(
          new BlackboxStartupError("CPU limit: " + inForce.problem().get()));
    }
    Optional<CpuLimit> limit = inForce.limit();
    ContainerRequest limited =
        limit.map(CpuLimit::cores).map(request::withCpuLimit).orElse(request);
    return super.create(limited, name, transid)
        .map(container -> limited(container, workload, limit), executor);
  }

  private Container limited(
      Container container, ContainerAssignment workload, Optional<CpuLimit> limit) {
    String id = container.containerId().asString();
    containers.created(id, workload, limit);
    Optional<Cgroup> cgroup = new DockerCgroups(settings.observation().cgroups()).of(id);
    if (cgroup.isEmpty() && !saidUsageOutOfSight.getAndSet(true)) {
      events.usageOutOfSight(settings.observation().cgroups().toString());
    }
    ContainerRuns runs =
        new ContainerRuns(
            new RunMeter(cgroup),
            workload.memoryMb(),
            () -> containers.limitOf(id),
            observation -> control.observed(observation, events::observerFailed),
            Ticker.systemTicker());
    return new LimitedContainer(
        container,
        workload,
        containers,
        workloads,
        lookup,
        settings.limits().rejectBadAnnotations(),
        runs);
  }
}
