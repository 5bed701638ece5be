/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.cpu.limit.CachedAnnotations.Stored;
import io.aquatope.whisk.ScalaFutures;
import io.aquatope.whisk.WhiskActions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.DocRevision$;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContextExecutor;
import scala.concurrent.Future;

/**
 * Reads actions, without their code, from OpenWhisk's entity store. The store is opened at the
 * first use, because most invokers do not need it here.
 */
final class WhiskActionStore {

  private final Supplier<ArtifactStore<WhiskEntity>> open;

  @GuardedBy("this")
  private @Nullable CompletableFuture<ArtifactStore<WhiskEntity>> store;

  private final WhiskWorkloads workloads;
  private final ExecutionContextExecutor executor;

  /**
   * @param open opens the entity store; may block
   */
  WhiskActionStore(
      Supplier<ArtifactStore<WhiskEntity>> open,
      WhiskWorkloads workloads,
      ExecutionContextExecutor executor) {
    this.open = open;
    this.workloads = workloads;
    this.executor = executor;
  }

  /** The current version of an action; its fully qualified name is the name of its document. */
  CompletableFuture<Stored> read(String action) {
    return store()
        .thenCompose(entities -> ScalaFutures.completable(get(entities, action), executor))
        .thenApply(
            found ->
                new Stored(
                    found.version().productIterator().mkString("."),
                    workloads.annotationOf(found)));
  }

  /** The store, opened again if that failed: a failure may be temporary. */
  private synchronized CompletableFuture<ArtifactStore<WhiskEntity>> store() {
    if (store == null || store.isCompletedExceptionally()) {
      store = CompletableFuture.supplyAsync(open, executor);
    }
    return store;
  }

  /** Bypasses OpenWhisk's own cache, which without a revision would not see updates. */
  private static Future<WhiskActionMetaData> get(
      ArtifactStore<WhiskEntity> entities, String action) {
    return WhiskActions.metaData(
        entities, action, DocRevision$.MODULE$.empty(), false, TransactionId$.MODULE$.invoker());
  }
}
