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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.BlackboxStartupError;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Factory of containers with explicit CPU limits, which another factory creates. */
final class LimitingContainerFactory implements ContainerFactory {

  private final ContainerFactory delegate;
  private final CpuSettings settings;
  private final LimitedContainers containers;
  private final WhiskWorkloads workloads;
  private final AnnotationLookup lookup;
  private final CpuControl control;
  private final CpuEvents events;
  private final ExecutionContext executor;
  private final boolean limitsAtCreation;
  private final AtomicBoolean saidUsageOutOfSight = new AtomicBoolean();

  /**
   * @param limitsAtCreation whether the other factory's containers obey the limit that they are
   *     created with
   */
  LimitingContainerFactory(
      ContainerFactory delegate,
      CpuSettings settings,
      LimitedContainers containers,
      WhiskWorkloads workloads,
      AnnotationLookup lookup,
      boolean limitsAtCreation,
      CpuControl control,
      CpuEvents events,
      ExecutionContext executor) {
    this.delegate = delegate;
    this.settings = settings;
    this.containers = containers;
    this.limitsAtCreation = limitsAtCreation;
    this.workloads = workloads;
    this.lookup = lookup;
    this.control = control;
    this.events = events;
    this.executor = executor;
  }

  @Override
  public Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      Option<ExecutableWhiskAction> action,
      WhiskConfig config,
      Logging logging) {
    ContainerAssignment workload =
        action.isDefined()
            ? workloads.of(action.get(), memory.toMB())
            : ContainerAssignment.stemCell(memory.toMB());
    LimitInForce inForce = containers.limitOf(workload);
    containers.report(workload, inForce);
    if (settings.limits().rejectBadAnnotations() && inForce.problem().isPresent()) {
      return Future$.MODULE$.failed(
          new BlackboxStartupError("CPU limit: " + inForce.problem().get()));
    }
    Optional<CpuLimit> limit = inForce.limit();
    return delegate
        .createContainer(
            tid,
            name,
            actionImage,
            userProvidedImage,
            memory,
            cpuShares,
            limit.isPresent() ? Option.apply(limit.get().cores()) : cpuLimit,
            action,
            config,
            logging)
        .map(container -> limited(container, workload, limit), executor);
  }

  @Override
  public Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      WhiskConfig config,
      Logging logging) {
    return createContainer(
        tid,
        name,
        actionImage,
        userProvidedImage,
        memory,
        cpuShares,
        cpuLimit,
        Option.empty(),
        config,
        logging);
  }

  private Container limited(
      Container container, ContainerAssignment workload, Optional<CpuLimit> limit) {
    String id = container.containerId().asString();
    containers.created(id, workload, limitsAtCreation ? limit : Optional.empty());
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

  @Override
  public void init() {
    delegate.init();
  }

  @Override
  public void cleanup() {
    delegate.cleanup();
  }
}
