/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.whisk.ScalaFutures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.database.DocumentTypeMismatchException;
import org.apache.openwhisk.core.database.DocumentUnreadable;
import org.apache.openwhisk.core.database.NoDocumentException;
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

/**
 * Reads from OpenWhisk's entity store which actions ask for a target and what these actions run.
 * For each action it reads OpenWhisk's metadata, without the code.
 */
final class ActionCatalog implements EntityReader {

  private static final String OWN_NAMESPACE = "_";

  private final ArtifactStore<WhiskEntity> store;
  private final ExecutionContext context;

  ActionCatalog(ArtifactStore<WhiskEntity> store, ExecutionContext context) {
    this.store = store;
    this.context = context;
  }

  @Override
  public CompletableFuture<Page> page(String namespace, int skip, int limit) {
    WhiskActionMetaData$ actions = WhiskActionMetaData$.MODULE$;
    return ScalaFutures.completable(
            actions.listCollectionInNamespace(
                store,
                path(namespace),
                skip,
                limit,
                false,
                Option.empty(),
                Option.empty(),
                actions.listCollectionInNamespace$default$8(),
                actions.listCollectionInNamespace$default$9(),
                TransactionId$.MODULE$.controller()),
            context)
        .thenApply(
            found -> {
              int rows = 0;
              List<String> asking = new ArrayList<>();
              Iterator<JsObject> each = found.left().get().iterator();
              while (each.hasNext()) {
                JsObject row = each.next();
                rows++;
                if (WorkflowAnnotations.asks(row)) {
                  asking.add(
                      WorkflowAnnotations.text(row, "namespace")
                          + "/"
                          + WorkflowAnnotations.text(row, "name"));
                }
              }
              return new Page(rows, asking);
            });
  }

  /**
   * Reads an action with the names and parameters of package bindings resolved, mostly from the
   * cache.
   */
  @Override
  public CompletableFuture<Optional<Entity>> action(String name) {
    return ScalaFutures.completable(
            WhiskActionMetaData$.MODULE$.resolveActionAndMergeParameters(
                store, parsed(name), context, TransactionId$.MODULE$.controller()),
            context)
        .thenApply(action -> Optional.of(entity(action)))
        .exceptionally(ActionCatalog::noneOrFailure);
  }

  /** Nothing if there is no such action. */
  private static Optional<Entity> noneOrFailure(Throwable failure) {
    if (isNoAction(failure)) {
      return Optional.empty();
    }
    throw failure instanceof CompletionException completion
        ? completion
        : new CompletionException(failure);
  }

  /**
   * Whether the failure means that there is no such action, or no readable one. Then the store has
   * not failed.
   */
  private static boolean isNoAction(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return isNothing(failure) || isNothing(cause);
  }

  private static boolean isNothing(Throwable failure) {
    return failure instanceof NoDocumentException
        || failure instanceof DocumentTypeMismatchException
        || failure instanceof DocumentUnreadable;
  }

  private static Entity entity(WhiskActionMetaData action) {
    String name = action.fullyQualifiedName(false).asString();
    List<String> components = new ArrayList<>();
    boolean isSequence = action.exec() instanceof SequenceExecMetaData;
    if (action.exec() instanceof SequenceExecMetaData sequence) {
      Iterator<FullyQualifiedEntityName> each = sequence.components().iterator();
      while (each.hasNext()) {
        components.add(resolved(each.next(), WorkflowOwner.namespaceOf(name)));
      }
    }
    return new Entity(
        name,
        WorkflowAnnotations.of(action),
        WorkflowAnnotations.isConductor(action),
        isSequence,
        components);
  }

  private static String resolved(FullyQualifiedEntityName component, String namespace) {
    String path = component.path().mkString("/");
    String resolved =
        path.equals(OWN_NAMESPACE) || path.startsWith(OWN_NAMESPACE + "/")
            ? namespace + path.substring(OWN_NAMESPACE.length())
            : path;
    return resolved + "/" + component.name();
  }

  private static FullyQualifiedEntityName parsed(String name) {
    int end = name.lastIndexOf('/');
    return new FullyQualifiedEntityName(
        path(name.substring(0, Math.max(0, end))),
        name.substring(end + 1),
        Option.empty(),
        Option.empty());
  }

  private static Seq<String> path(String path) {
    return JavaConverters.asScalaBuffer(Arrays.asList(path.split("/", -1))).toList();
  }
}
