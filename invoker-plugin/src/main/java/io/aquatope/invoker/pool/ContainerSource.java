/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.whisk.ContainerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.pattern.Patterns;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set;
import scala.concurrent.Future;

/** Source of containers: the configured container factory, behind OpenWhisk's proxies. */
public final class ContainerSource {

  /** Together they are shorter than the usual phase of a shutdown. */
  private static final Duration POOL_STOP_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration CREATION_TIMEOUT = Duration.ofSeconds(2);

  private final ContainerFactory factory;
  private final WhiskConfig config;
  private final ActorSystem system;
  private final Logging logging;

  /** Creations in progress, by the container's name. */
  private final ConcurrentMap<String, CompletableFuture<Void>> creations =
      new ConcurrentHashMap<>();

  private ContainerSource(
      ContainerFactory factory, WhiskConfig config, ActorSystem system, Logging logging) {
    this.factory = factory;
    this.config = config;
    this.system = system;
    this.logging = logging;
  }

  /** Creates and initialises the configured factory, with the limits of OpenWhisk's own invoker. */
  static ContainerSource create(
      ContainerFactoryProvider provider,
      WhiskConfig config,
      InvokerInstanceId instance,
      LogStore logs,
      ActorSystem system,
      Logging logging) {
    ContainerFactory factory =
        provider.instance(system, logging, config, instance, parameters(logs));
    factory.init();
    return new ContainerSource(factory, config, system, logging);
  }

  private static Map<String, Set<String>> parameters(LogStore logs) {
    Map<String, Set<String>> parameters = Map$.MODULE$.empty();
    parameters = parameters.$plus(new Tuple2<>("--cap-drop", set("NET_RAW", "NET_ADMIN")));
    parameters = parameters.$plus(new Tuple2<>("--ulimit", set("nofile=1024:1024")));
    parameters = parameters.$plus(new Tuple2<>("--pids-limit", set("1024")));
    for (var ofLogs : JavaConverters.mapAsJavaMap(logs.containerParameters()).entrySet()) {
      parameters = parameters.$plus(new Tuple2<>(ofLogs.getKey(), ofLogs.getValue()));
    }
    return parameters;
  }

  private static Set<String> set(String... members) {
    return JavaConverters.asScalaSet(java.util.Set.of(members)).toSet();
  }

  /** The request of a container proxy. */
  public ContainerRequest request(
      ExecManifest$ImageName image,
      boolean userProvided,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      Option<ExecutableWhiskAction> action) {
    return new ContainerRequest(
        image, userProvided, memory, cpuShares, cpuLimit, action, config, logging);
  }

  public Future<Container> create(
      ContainerRequest request, String name, TransactionMetadata transid) {
    Future<Container> container = request.create(factory, name, transid);
    CompletableFuture<Void> creation = new CompletableFuture<>();
    creations.put(name, creation);
    container.onComplete(
        created -> {
          creations.remove(name);
          return creation.complete(null);
        },
        system.dispatcher());
    return container;
  }

  /**
   * Cleans up at shutdown. The pool ends first, so that it starts no replacements. Then containers
   * that are still being created are awaited, as they would be left behind.
   */
  public void cleanUpAfter(ActorRef pool) {
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
            "cleanup runtime containers",
            () -> stopped(pool).thenCompose(stopped -> created()).thenApply(created -> cleanUp()));
  }

  private static CompletionStage<Boolean> stopped(ActorRef pool) {
    return Patterns.gracefulStop(pool, POOL_STOP_TIMEOUT).exceptionally(timeout -> false);
  }

  private CompletionStage<@Nullable Void> created() {
    return CompletableFuture.allOf(creations.values().toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, CREATION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Done cleanUp() {
    factory.cleanup();
    return Done.getInstance();
  }
}
