/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.cpu.Futures;
import io.aquatope.exchange.join.AnnotatedAction;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.SequenceExecMetaData;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;
import org.apache.openwhisk.core.entity.WhiskActionMetaData$;
import org.apache.openwhisk.core.entity.WhiskEntity;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.concurrent.ExecutionContext;
import spray.json.JsObject;

/** Reads from OpenWhisk's entity store which actions ask for a target, and what they run. */
final class ActionCatalog {

  private static final int MOST_ACTIONS = 5_000;
  private static final int DEEPEST = 10;
  private static final String OWN_NAMESPACE = "_";

  private final ArtifactStore<WhiskEntity> store;
  private final ExecutionContext context;

  ActionCatalog(ArtifactStore<WhiskEntity> store, ExecutionContext context) {
    this.store = store;
    this.context = context;
  }

  /** The annotated actions of a namespace and its packages; fails if the store does. */
  CompletableFuture<List<AnnotatedAction>> annotated(String namespace) {
    return rows(namespace)
        .thenCompose(
            rows ->
                all(
                    rows.stream()
                        .filter(Annotations::asks)
                        .map(row -> annotated(name(row), namespace))
                        .toList()));
  }

  private CompletableFuture<List<JsObject>> rows(String namespace) {
    WhiskActionMetaData$ actions = WhiskActionMetaData$.MODULE$;
    return Futures.completable(
            actions.listCollectionInNamespace(
                store,
                path(namespace),
                0,
                MOST_ACTIONS,
                false,
                Option.empty(),
                Option.empty(),
                actions.listCollectionInNamespace$default$8(),
                actions.listCollectionInNamespace$default$9(),
                TransactionId$.MODULE$.controller()),
            context)
        .thenApply(
            found -> {
              List<JsObject> rows = new ArrayList<>();
              Iterator<JsObject> each = found.left().get().iterator();
              while (each.hasNext()) {
                rows.add(each.next());
              }
              return rows;
            });
  }

  private CompletableFuture<AnnotatedAction> annotated(
      FullyQualifiedEntityName name, String namespace) {
    return read(name)
        .thenCompose(
            action ->
                isSequence(action)
                    ? stages(action, namespace, DEEPEST)
                        .thenApply(stages -> annotated(action, Kind.SEQUENCE, stages))
                        .exceptionally(e -> annotated(action, Kind.OTHER, List.of()))
                    : CompletableFuture.completedFuture(
                        annotated(
                            action,
                            Annotations.isConductor(action) ? Kind.COMPOSITION : Kind.OTHER,
                            List.of())));
  }

  private static AnnotatedAction annotated(
      WhiskActionMetaData action, Kind kind, List<String> stages) {
    return new AnnotatedAction(name(action), Annotations.of(action), kind, stages);
  }

  /** The plain actions that a component runs; fails if there is a composition among them. */
  private CompletableFuture<List<String>> stages(
      WhiskActionMetaData action, String namespace, int deepest) {
    if (!isSequence(action)) {
      return Annotations.isConductor(action) || deepest == 0
          ? CompletableFuture.failedFuture(new IllegalArgumentException(name(action)))
          : CompletableFuture.completedFuture(List.of(name(action)));
    }
    List<CompletableFuture<List<String>>> parts = new ArrayList<>();
    Iterator<FullyQualifiedEntityName> components =
        ((SequenceExecMetaData) action.exec()).components().iterator();
    while (components.hasNext()) {
      parts.add(
          read(resolved(components.next(), namespace))
              .thenCompose(part -> stages(part, namespace, deepest - 1)));
    }
    return all(parts).thenApply(lists -> lists.stream().flatMap(List::stream).toList());
  }

  /** With the names and parameters that bindings of packages stand for; from the cache, mostly. */
  private CompletableFuture<WhiskActionMetaData> read(FullyQualifiedEntityName name) {
    return Futures.completable(
        WhiskActionMetaData$.MODULE$.resolveActionAndMergeParameters(
            store, name, context, TransactionId$.MODULE$.controller()),
        context);
  }

  private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> parts) {
    return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
        .thenApply(done -> parts.stream().map(CompletableFuture::join).toList());
  }

  private static boolean isSequence(WhiskActionMetaData action) {
    return action.exec() instanceof SequenceExecMetaData;
  }

  private static String name(WhiskActionMetaData action) {
    return action.fullyQualifiedName(false).asString();
  }

  private static FullyQualifiedEntityName name(JsObject row) {
    return name(path(Annotations.text(row, "namespace")), Annotations.text(row, "name"));
  }

  private static FullyQualifiedEntityName resolved(
      FullyQualifiedEntityName component, String namespace) {
    String path = component.path().mkString("/");
    return path.equals(OWN_NAMESPACE) || path.startsWith(OWN_NAMESPACE + "/")
        ? name(path(namespace + path.substring(1)), component.name())
        : component;
  }

  private static FullyQualifiedEntityName name(Seq<String> path, String name) {
    return new FullyQualifiedEntityName(path, name, Option.empty(), Option.empty());
  }

  private static Seq<String> path(String path) {
    return JavaConverters.asScalaBuffer(Arrays.asList(path.split("/", -1))).toList();
  }
}
