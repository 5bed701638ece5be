/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.cluster.ClusterKey.ContainerUse;
import io.aquatope.cluster.ClusterKey.CreationKey;
import io.aquatope.cluster.ClusterKey.InvokerKey;
import io.aquatope.cluster.ClusterKey.QueueKey;
import io.aquatope.cluster.ClusterKey.SchedulerKey;
import io.aquatope.pool.FunctionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the texts of etcd's keys. Names of tenants stand in the middle of a key and may equal
 * any of the fixed words, so a key is read from both ends. No name contains a slash.
 */
public final class ClusterKeyReader implements KeyReader {

  /** Longer than any key of OpenWhisk: six names of 256 characters and what is between them. */
  private static final int LONGEST = 4096;

  private static final Splitter SLASH = Splitter.on('/');

  private final String prefix;

  /**
   * @param clusterName the first part of all keys
   */
  public ClusterKeyReader(String clusterName) {
    this.prefix = clusterName + "/";
  }

  @Override
  public @Nullable ClusterKey read(String text) {
    if (!text.startsWith(prefix) || text.length() > LONGEST) {
      return null;
    }
    List<String> parts = SLASH.splitToList(text.substring(prefix.length()));
    return switch (parts.get(0)) {
      case "namespace" -> running(parts);
      case "warmed" -> ready(parts);
      case "in-progress" -> creation(parts);
      case "queue" -> queue(parts);
      case "invokers" -> invoker(parts);
      case "scheduler" -> parts.size() == 2 ? scheduler(parts.get(1)) : null;
      default -> null;
    };
  }

  /** {@code namespace/<function>/invoker<N>/container/<id>}. */
  private static @Nullable ClusterKey running(List<String> parts) {
    int size = parts.size();
    if (size < 8 || !parts.get(size - 2).equals("container")) {
      return null;
    }
    String invoker = parts.get(size - 3);
    return invoker.startsWith("invoker")
        ? container(
            ContainerUse.RUNNING,
            parts.subList(1, size - 3),
            invoker.substring("invoker".length()),
            parts.get(size - 1))
        : null;
  }

  /** {@code warmed/<function>/invoker/<N>/container/<id>}. */
  private static @Nullable ClusterKey ready(List<String> parts) {
    int size = parts.size();
    return size >= 9
            && parts.get(size - 2).equals("container")
            && parts.get(size - 4).equals("invoker")
        ? container(
            ContainerUse.READY,
            parts.subList(1, size - 4),
            parts.get(size - 3),
            parts.get(size - 1))
        : null;
  }

  private static @Nullable ClusterKey container(
      ContainerUse use, List<String> names, String invoker, String container) {
    FunctionId function = function(names);
    Integer number = number(invoker);
    return function == null || number == null || container.isEmpty()
        ? null
        : new ContainerKey(use, function, number, container);
  }

  /**
   * {@code in-progress/<function>/scheduler/<id>/creationId/<id>}. Queues in progress have keys
   * with the same first word, {@code in-progress/queue/…}, and four names at most.
   */
  private static @Nullable ClusterKey creation(List<String> parts) {
    int size = parts.size();
    if (size < 9
        || !parts.get(size - 2).equals("creationId")
        || !parts.get(size - 4).equals("scheduler")) {
      return null;
    }
    FunctionId function = function(parts.subList(1, size - 4));
    return function == null
        ? null
        : new CreationKey(function, parts.get(size - 3), parts.get(size - 1));
  }

  /** {@code queue/<namespace>/<action>/leader}. */
  private static @Nullable ClusterKey queue(List<String> parts) {
    int size = parts.size();
    boolean isLeader = (size == 5 || size == 6) && parts.get(size - 1).equals("leader");
    return isLeader && areNames(parts.subList(1, size - 1))
        ? new QueueKey(parts.get(1), String.join("/", parts.subList(2, size - 1)))
        : null;
  }

  /** {@code invokers/<N>[/<unique name>[/<displayed name>]]}. */
  private static @Nullable ClusterKey invoker(List<String> parts) {
    Integer number = parts.size() >= 2 && parts.size() <= 4 ? number(parts.get(1)) : null;
    return number == null
        ? null
        : new InvokerKey(number, String.join("/", parts.subList(2, parts.size())));
  }

  private static @Nullable ClusterKey scheduler(String id) {
    return id.isEmpty() ? null : new SchedulerKey(id);
  }

  /**
   * {@code <invoking namespace>/<namespace>[/<package>]/<action>/<revision>}. The revision may be
   * empty.
   */
  private static @Nullable FunctionId function(List<String> names) {
    int size = names.size();
    if (size < 4 || size > 5 || !areNames(names.subList(0, size - 1))) {
      return null;
    }
    String action = String.join("/", names.subList(1, size - 1));
    return new FunctionId(names.get(0), action, names.get(size - 1));
  }

  private static boolean areNames(List<String> names) {
    return names.stream().noneMatch(String::isEmpty);
  }

  private static @Nullable Integer number(String text) {
    Integer number = Ints.tryParse(text);
    return number == null || number < 0 ? null : number;
  }
}
