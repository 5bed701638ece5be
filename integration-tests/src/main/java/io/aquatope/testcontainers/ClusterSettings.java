/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import java.util.List;
import java.util.Map;

/** Default settings of the processes of a cluster, without those that users set. */
final class ClusterSettings {

  /** Settings that OpenWhisk reads from the environment only. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PORT", "8080",
          "KAFKA_HOSTS", "kafka:9092",
          // Invokers before 2.0.0 require it, also where they have numbers and do not connect.
          "ZOOKEEPER_HOSTS", "none:2181",
          "WHISK_API_HOST_PROTO", "http",
          "WHISK_API_HOST_NAME", "controller",
          "WHISK_API_HOST_PORT", "8080",
          "LIMITS_ACTIONS_INVOKES_PERMINUTE", "1000000",
          "LIMITS_ACTIONS_INVOKES_CONCURRENT", "10000",
          "LIMITS_TRIGGERS_FIRES_PERMINUTE", "1000000",
          "LIMITS_ACTIONS_SEQUENCE_MAXLENGTH", "50");

  /** The beginning of all keys in etcd. */
  static final String KEYS = "whisk/";

  private static final String CORE = "org.apache.openwhisk.core.";

  /** A version knows the library that it is built with, and ignores the other one. */
  private static final List<String> LIBRARIES = List.of("akka", "pekko");

  private static final int ACTORS_PORT = 25520;

  private ClusterSettings() {}

  /**
   * Settings without a scheduler, for all versions of OpenWhisk.
   *
   * @param network of the cluster and of the containers of actions
   */
  static ConfigOverrides withoutScheduler(String network, String database) {
    return common(ProviderSettings.withoutScheduler(), network, database)
        .with(
            "whisk.spi.LoadBalancerProvider", CORE + "loadBalancer.ShardingContainerPoolBalancer");
  }

  /**
   * Settings with a scheduler. Those of etcd have no defaults in OpenWhisk, nor has the time of the
   * checker of durations.
   *
   * @param network of the cluster and of the containers of actions
   */
  static ConfigOverrides withScheduler(String network, String database) {
    return common(ProviderSettings.withScheduler(), network, database)
        .with("whisk.etcd.hosts", "etcd:2379")
        .with("whisk.etcd.lease.timeout", 10)
        .with("whisk.etcd.pool.threads", 10)
        .with("whisk.scheduler.grpc.tls", false)
        .with("whisk.duration-checker.time-window", "1 day")
        .with("whisk.invoker.container-creation.max-peek", 128);
  }

  private static ConfigOverrides common(
      ConfigOverrides providers, String network, String database) {
    ConfigOverrides settings =
        providers
            .with(
                "whisk.spi.ArtifactStoreProvider",
                CORE + "database.mongodb.MongoDBArtifactStoreProvider")
            .with("whisk.mongodb.uri", "mongodb://mongo:27017")
            .with("whisk.mongodb.database", database)
            .with("whisk.info.build-no", "test")
            .with("whisk.info.date", "test")
            .with("whisk.container-factory.container-args.network", network)
            .with("whisk.docker.container-factory.use-runc", false);
    for (String library : LIBRARIES) {
      // Without a cluster of controllers.
      settings = settings.with(library + ".actor.provider", "local");
    }
    return settings;
  }

  /**
   * The same settings for a process whose actors are reached from other processes: controllers and
   * schedulers exchange messages.
   *
   * @param host its name in the network
   */
  static ConfigOverrides reachable(ConfigOverrides settings, String host) {
    ConfigOverrides own = settings;
    for (String library : LIBRARIES) {
      own =
          own.with(library + ".actor.provider", "remote")
              .with(library + ".remote.artery.canonical.hostname", host)
              .with(library + ".remote.artery.canonical.port", ACTORS_PORT);
    }
    return own;
  }

  /** What a scheduler reads from the environment only: where others reach it. */
  static Map<String, String> endpoints(String host) {
    return Map.of(
        "WHISK_SCHEDULER_ENDPOINTS_HOST",
        host,
        "WHISK_SCHEDULER_ENDPOINTS_RPCPORT",
        "13001",
        "WHISK_SCHEDULER_ENDPOINTS_AKKAPORT",
        String.valueOf(ACTORS_PORT),
        "WHISK_SCHEDULER_ENDPOINTS_PEKKOPORT",
        String.valueOf(ACTORS_PORT));
  }
}
