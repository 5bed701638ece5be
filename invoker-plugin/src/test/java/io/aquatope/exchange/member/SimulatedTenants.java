/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.RootId;
import io.aquatope.hub.FakeEntityStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Tenants that do by chance whatever a tenant of OpenWhisk can do: put, nest, change and delete
 * actions of their own under odd names and annotations, of components that others published in a
 * package, call them in their own namespaces, as often as they like, with request ids of others,
 * and not to the end. The operator's workflow is not in a package: OpenWhisk lets only its owner
 * call it.
 */
final class SimulatedTenants {

  static final List<String> NAMESPACES =
      List.of("aaa", "evil", "evil.two", "victi", "victim-", "zzz");

  private static final List<String> NUMBERS =
      List.of(
          "900",
          "1",
          "0",
          "-1",
          "3600000",
          "9223372036854775807",
          "9223372036854775808",
          "1e400",
          "NaN",
          "Infinity",
          "0x10",
          "soon",
          "",
          " 900",
          "9\n[ERROR] forged line",
          "[1]",
          "null",
          "1." + "0".repeat(10_000),
          "9".repeat(10_000),
          "\u202e900",
          "0.95",
          "0.5",
          "1",
          "1e-9");

  private final SimulatedFaultyCluster cluster;
  private final FakeEntityStore store;
  private final SplittableRandom random;

  SimulatedTenants(SimulatedFaultyCluster cluster, FakeEntityStore store, SplittableRandom random) {
    this.cluster = cluster;
    this.store = store;
    this.random = random;
  }

  /** One thing that one of them does. */
  void act() {
    String namespace = pick(NAMESPACES);
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> put(namespace);
      case 3 -> store.delete(name(namespace));
      case 4, 5 -> cluster.look(namespace);
      case 6 -> nest(namespace);
      case 7 -> {
        for (int i = random.nextInt(30); i >= 0; i--) {
          call(namespace);
        }
      }
      default -> call(namespace);
    }
  }

  /** They are gone, and are looked at for the last time. */
  void leave() {
    for (String namespace : NAMESPACES) {
      store.deleteAll(namespace);
      cluster.look(namespace);
    }
  }

  private void put(String namespace) {
    String name = name(namespace);
    Map<String, String> annotations = new HashMap<>();
    if (random.nextInt(5) > 0) {
      annotations.put("qos-latency-ms", number());
    }
    if (random.nextInt(3) == 0) {
      annotations.put("qos-quantile", number());
    }
    if (random.nextInt(4) == 0) {
      store.action(name, annotations, random.nextBoolean());
    } else {
      store.sequence(name, annotations, components(namespace));
    }
  }

  /** Sequences of sequences, each of which is short enough by itself. */
  private void nest(String namespace) {
    int depth = 1 + random.nextInt(8);
    int width = 1 + random.nextInt(50);
    for (int level = 0; level <= depth; level++) {
      store.sequence(
          namespace + "/n" + level,
          level == 0 ? Map.of("qos-latency-ms", "900") : Map.of(),
          level == depth
              ? components(namespace)
              : Collections.nCopies(width, namespace + "/n" + (level + 1)));
    }
  }

  /** Mostly numbers that are understood. */
  private String number() {
    return random.nextBoolean() ? pick(NUMBERS) : String.valueOf(1 + random.nextInt(5_000));
  }

  private String name(String namespace) {
    return switch (random.nextInt(12)) {
      case 0 -> namespace + "/" + "x".repeat(1 + random.nextInt(600));
      case 1 -> namespace + "/p/odd name@.&-" + random.nextInt(5);
      case 2 -> namespace + "/\n[ERROR] forged";
      default -> namespace + "/x" + random.nextInt(60);
    };
  }

  private List<String> components(String namespace) {
    if (random.nextInt(3) == 0) {
      return SimulatedFaultyCluster.VICTIMS;
    }
    List<String> all = new ArrayList<>();
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 50 : 5); i >= 0; i--) {
      all.add(component(namespace));
    }
    return all;
  }

  private String component(String namespace) {
    return switch (random.nextInt(5)) {
      case 0 -> pick(SimulatedFaultyCluster.VICTIMS);
      case 1 -> "victim/checkout";
      case 2 -> "whisk.system/utils/echo";
      default -> name(namespace);
    };
  }

  /** Calls some actions under a request id that may be anybody's. */
  private void call(String namespace) {
    String root =
        switch (random.nextInt(5)) {
          case 0 -> "t" + random.nextLong(cluster.calls + 10);
          case 1 -> "same";
          case 2 -> RootId.of("\n".repeat(random.nextInt(100_000)));
          default -> "h" + random.nextLong();
        };
    SimulatedFaultyCluster.Node node = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
    List<String> actions = components(namespace);
    cluster.run(
        node,
        namespace,
        root,
        "h" + random.nextLong(),
        actions,
        random.nextInt(actions.size() + 1),
        random);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
