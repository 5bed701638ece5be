/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.typesafe.config.ConfigFactory;
import io.aquatope.cpu.engine.ContainerEngine;
import io.aquatope.cpu.engine.DockerAccess;
import io.aquatope.cpu.engine.KubernetesAccess;
import io.aquatope.cpu.engine.KubernetesEngine;
import io.aquatope.cpu.engine.LiveLimits;
import io.aquatope.cpu.engine.UnlimitedCreation;
import io.aquatope.cpu.engine.UnsupportedEngine;
import io.aquatope.cpu.limit.ActionAnnotations;
import io.aquatope.cpu.limit.AnnotationLookup;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuLimits;
import io.aquatope.cpu.limit.CpuSettings;
import io.aquatope.cpu.limit.EngineSettings;
import io.aquatope.cpu.limit.LimitsFile;
import io.aquatope.cpu.limit.ProportionalLimit;
import io.aquatope.cpu.observe.CpuUseMetrics;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.whisk.SpiProviders;
import io.aquatope.whisk.WhiskFeature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.pekko.actor.ActorSystem;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/**
 * Provider of a container factory that decorates the configured one, so containers get explicit CPU
 * limits. Selected by {@code whisk.spi.ContainerFactoryProvider =
 * io.aquatope.cpu.CpuLimitContainerFactoryProvider}; {@code whisk.aquatope.cpu.delegate} names the
 * decorated provider.
 *
 * <p>OpenWhisk looks for a Scala object: a class with this ending and this field.
 */
public final class CpuLimitContainerFactoryProvider$ implements ContainerFactoryProvider {

  public static final CpuLimitContainerFactoryProvider$ MODULE$ =
      new CpuLimitContainerFactoryProvider$();

  private CpuLimitContainerFactoryProvider$() {}

  @Override
  public ContainerFactory instance(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    CpuSettings settings = CpuSettings.of(ConfigFactory.load());
    ContainerFactory delegate =
        SpiProviders.named(
                "whisk.aquatope.cpu.delegate", settings.delegate(), ContainerFactoryProvider.class)
            .instance(actorSystem, logging, config, instance, parameters);
    WhiskCpuEvents events =
        new WhiskCpuEvents(WhiskMetrics.INSTANCE, logging, TransactionId$.MODULE$.invoker());
    if (!atCreation() && settings.engine().kind() == EngineSettings.Kind.NONE) {
      logging.warn(
          this,
          () ->
              "whisk.aquatope.cpu.engine = none: there are no CPU limits, because this OpenWhisk"
                  + " takes none at the creation of a container; expected docker or kubernetes",
          TransactionId$.MODULE$.invoker());
    }
    return decorate(
        delegate,
        settings,
        new WhiskWorkloads(settings.limits().annotation(), events),
        StoredAnnotations.named(settings.limits().annotation(), actorSystem, logging),
        actorSystem,
        events);
  }

  private static ContainerFactory decorate(
      ContainerFactory delegate,
      CpuSettings settings,
      WhiskWorkloads workloads,
      ActionAnnotations annotations,
      ActorSystem actorSystem,
      WhiskCpuEvents events) {
    CpuControl control = CpuControl.ofThisInvoker();
    ContainerEngine given = engine(settings.engine(), events);
    ContainerEngine engine = atCreation() ? given : new UnlimitedCreation(given);
    Optional<CpuLimit> machine = machine(engine, events);
    CpuLimits limits =
        new CpuLimits(
            control.decisions(),
            settings.limits().rules(),
            settings.limits().byMemory().orElse(null),
            machine);
    LimitedContainers containers =
        new LimitedContainers(
            limits, new LiveLimits(engine, settings.pace(), events), settings.initWait(), events);
    control.follow(
        new CpuControl.Follower() {
          @Override
          public void decided(String action) {
            containers.refresh(action);
          }

          @Override
          public void dropped(String action) {
            events.decisionDropped(action);
            containers.refresh(action);
          }
        });
    control.answerBy(action -> limits.of(workloads.of(action, action.limits().memory())));
    control.subscribe(new CpuUseMetrics(WhiskMetrics.INSTANCE));
    if (settings.observation().isLogged()) {
      control.subscribe(events);
    }
    if (settings.slots().enabled()) {
      control.admitBy(
          new CpuAdmission(
              cores(settings, machine), settings.slots().overcommit(), limits, workloads));
    }
    settings.limits().file().ifPresent(file -> watch(file, settings, limits, containers, events));
    return new LimitingContainerFactory(
        delegate,
        settings,
        containers,
        workloads,
        new AnnotationLookup(annotations, limits, settings.initWait(), events),
        control,
        events,
        actorSystem.dispatcher());
  }

  /**
   * The cores that OpenWhisk configures for all action containers together; otherwise all cores.
   */
  private static double cores(CpuSettings settings, Optional<CpuLimit> machine) {
    return settings
        .limits()
        .byMemory()
        .map(ProportionalLimit::cores)
        .or(() -> machine.map(CpuLimit::cores))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "whisk.aquatope.cpu.slots needs whisk.container-pool.user-cpus where the"
                        + " container engine does not report the number of cores"));
  }

  private static void watch(
      Path file,
      CpuSettings settings,
      CpuLimits limits,
      LimitedContainers containers,
      WhiskCpuEvents events) {
    new LimitsFile(
            file,
            events,
            rules -> {
              limits.replaceRules(
                  Stream.concat(rules.stream(), settings.limits().rules().stream()).toList());
              containers.refresh();
            })
        .watch(settings.limits().reloadInterval());
  }

  /** Whether the decorated factory is given the limit of each container that it creates. */
  private static boolean atCreation() {
    return WhiskFeature.CPU_LIMIT_AT_CREATION.isPresent();
  }

  private static ContainerEngine engine(EngineSettings settings, CpuEvents events) {
    return switch (settings.kind()) {
      case DOCKER -> docker(settings, events);
      case KUBERNETES -> kubernetes(settings);
      case NONE -> new UnsupportedEngine();
    };
  }

  private static ContainerEngine docker(EngineSettings settings, CpuEvents events) {
    DockerAccess access = DockerAccess.ofThisJvm();
    events.engineAccess(access.describe(settings));
    return access.engine(settings);
  }

  private static ContainerEngine kubernetes(EngineSettings settings) {
    KubernetesAccess access =
        KubernetesAccess.inCluster(settings.actionNamespace(), System.getenv());
    HttpClient http = HttpClient.newBuilder().sslContext(access.trust()).build();
    return new KubernetesEngine(http, access, settings.timeout());
  }

  private static Optional<CpuLimit> machine(ContainerEngine engine, CpuEvents events) {
    try {
      return engine.machine();
    } catch (IOException | RuntimeException e) {
      events.machineUnknown(e.toString());
      return Optional.empty();
    }
  }
}
