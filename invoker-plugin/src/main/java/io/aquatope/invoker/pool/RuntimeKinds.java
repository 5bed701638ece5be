/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static scala.collection.JavaConverters.mapAsJavaMap;
import static scala.collection.JavaConverters.seqAsJavaList;

import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.ReactiveSettings;
import io.aquatope.pool.policy.StemCellSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.openwhisk.core.containerpool.Start;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExecAsString;
import org.apache.openwhisk.core.entity.ExecManifest$ReactivePrewarmingConfig;
import org.apache.openwhisk.core.entity.ExecManifest$RuntimeManifest;
import org.apache.openwhisk.core.entity.ExecManifest$Runtimes;
import org.apache.openwhisk.core.entity.ExecManifest$StemCell;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import scala.Option;

/** The runtime kinds of the invoker's manifest, and its stem cells. */
public final class RuntimeKinds {

  private final Map<String, ExecManifest$RuntimeManifest> manifests;
  private final List<StemCellSettings> stemCells;

  public RuntimeKinds(
      Map<String, ExecManifest$RuntimeManifest> manifests, List<StemCellSettings> stemCells) {
    this.manifests = Map.copyOf(manifests);
    this.stemCells = List.copyOf(stemCells);
  }

  static RuntimeKinds of(ExecManifest$Runtimes runtimes) {
    Map<StemCell, StemCellSettings> bySort = new LinkedHashMap<>();
    mapAsJavaMap(runtimes.stemcells())
        .forEach(
            (manifest, cells) ->
                seqAsJavaList(cells)
                    .forEach(
                        cell -> {
                          StemCellSettings settings = settings(manifest.kind(), cell);
                          bySort.merge(settings.stemCell(), settings, RuntimeKinds::larger);
                        }));
    return new RuntimeKinds(mapAsJavaMap(runtimes.manifests()), List.copyOf(bySort.values()));
  }

  /** The stem cells to keep, each configuration once. */
  List<StemCellSettings> stemCells() {
    return stemCells;
  }

  /** The order to start a stem cell. It has no expiry, as the pool decides when to release it. */
  Start start(StemCell stemCell) {
    return new Start(exec(stemCell), memory(stemCell), Option.empty());
  }

  /** What a stem cell runs: its kind, without code. */
  public CodeExecAsString exec(StemCell stemCell) {
    ExecManifest$RuntimeManifest manifest = manifests.get(stemCell.kind());
    if (manifest == null) {
      throw new IllegalArgumentException(
          "no runtime of kind '%s', expected one of %s"
              .formatted(stemCell.kind(), manifests.keySet()));
    }
    return new CodeExecAsString(manifest, "", Option.empty());
  }

  public static ByteSize memory(StemCell stemCell) {
    return new ByteSize(stemCell.memoryMb(), SizeUnits$MB$.MODULE$);
  }

  public static ByteSize memory(ExecutableWhiskAction action) {
    return new ByteSize(action.limits().memory(), SizeUnits$MB$.MODULE$);
  }

  /** The order to start a container for an action ahead of its call. */
  static Start start(ExecutableWhiskAction action) {
    return new Start(action.exec(), memory(action), Option.empty());
  }

  /**
   * Merges a configuration that is listed twice. OpenWhisk fills up the same stem cells to either
   * number.
   */
  private static StemCellSettings larger(StemCellSettings one, StemCellSettings other) {
    return one.initialCount() >= other.initialCount() ? one : other;
  }

  private static StemCellSettings settings(String kind, ExecManifest$StemCell cell) {
    return new StemCellSettings(
        new StemCell(kind, Math.toIntExact(cell.memory().toMB())),
        cell.initialCount(),
        cell.reactive().isEmpty()
            ? Optional.empty()
            : Optional.of(reactive(cell.reactive().get())));
  }

  private static ReactiveSettings reactive(ExecManifest$ReactivePrewarmingConfig reactive) {
    return new ReactiveSettings(
        reactive.minCount(),
        reactive.maxCount(),
        Duration.ofNanos(reactive.ttl().toNanos()),
        reactive.threshold(),
        reactive.increment());
  }
}
