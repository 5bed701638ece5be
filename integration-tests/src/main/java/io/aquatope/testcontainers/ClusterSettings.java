/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import java.util.Map;

/**
 * Default settings of the processes of an {@link OpenWhiskCluster}, without those that users set.
 */
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

  /** Without a cluster of controllers. */
  private static final String LOCAL = "local";

  private ClusterSettings() {}

  /**
   * Settings without a scheduler, for all versions of OpenWhisk.
   *
   * @param network of the cluster and of the containers of actions
   */
  static ConfigOverrides of(String network, String database) {
    return ProviderSettings.withoutScheduler()
        .with(
            "whisk.spi.LoadBalancerProvider",
            "org.apache.openwhisk.core.loadBalancer.ShardingContainerPoolBalancer")
        .with(
            "whisk.spi.ArtifactStoreProvider",
            "org.apache.openwhisk.core.database.mongodb.MongoDBArtifactStoreProvider")
        .with("whisk.mongodb.uri", "mongodb://mongo:27017")
        .with("whisk.mongodb.database", database)
        .with("whisk.info.build-no", "test")
        .with("whisk.info.date", "test")
        .with("whisk.container-factory.container-args.network", network)
        .with("whisk.docker.container-factory.use-runc", false)
        .with("akka.actor.provider", LOCAL)
        .with("pekko.actor.provider", LOCAL);
  }
}
