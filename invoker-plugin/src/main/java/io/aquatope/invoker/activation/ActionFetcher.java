/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import com.google.common.base.Splitter;
import io.aquatope.whisk.WhiskActions;
import java.util.List;
import java.util.Objects;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.database.DocumentRevisionMismatchException;
import org.apache.openwhisk.core.entity.DocRevision$;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.openwhisk.core.entity.WhiskActionMetaData$;
import org.apache.openwhisk.core.entity.WhiskEntity;
import scala.Option;
import scala.Some;
import scala.collection.JavaConverters;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Reads the actions of activation messages from the entity store, or from its cache. */
public final class ActionFetcher {

  private static final String ANY_REVISION = DocRevision$.MODULE$.empty();

  private final ArtifactStore<WhiskEntity> store;
  private final Logging logging;
  private final ExecutionContext context;

  public ActionFetcher(
      ArtifactStore<WhiskEntity> store, Logging logging, ExecutionContext context) {
    this.store = store;
    this.logging = logging;
    this.context = context;
  }

  /**
   * Reads the action at the message's revision. If it has been updated since the message was sent,
   * reads its present revision.
   */
  Future<WhiskAction> fetch(ActivationMessage message) {
    if (Objects.equals(message.revision(), ANY_REVISION)) {
      logging.warn(
          this,
          () -> "revision was not provided for " + message.action().asString(),
          message.transid());
      return fetch(message, ANY_REVISION);
    }
    return fetch(message, message.revision())
        .transformWith(
            fetched ->
                fetched.isFailure()
                        && fetched.failed().get() instanceof DocumentRevisionMismatchException
                    ? fetch(message, ANY_REVISION)
                    : scala.concurrent.Future.fromTry(fetched),
            context);
  }

  /**
   * The present revision of an action, with the init-time parameters of its calls; none if it is a
   * sequence.
   *
   * @param action fully qualified, without version
   */
  public Future<Option<PresentAction>> present(String action) {
    FullyQualifiedEntityName name = name(action);
    TransactionMetadata transid = TransactionId$.MODULE$.invoker();
    return fetch(name, ANY_REVISION, transid)
        .flatMap(
            found -> {
              Option<ExecutableWhiskAction> executable = found.toExecutableWhiskAction();
              return executable.isEmpty()
                  ? Future$.MODULE$.successful(Option.empty())
                  : WhiskActionMetaData$.MODULE$
                      .resolveActionAndMergeParameters(store, name, context, transid)
                      .map(
                          merged ->
                              new Some<>(
                                  new PresentAction(
                                      executable.get(),
                                      Parameters$.MODULE$.initParameters$extension(
                                          merged.parameters()))),
                          context);
            },
            context);
  }

  private static FullyQualifiedEntityName name(String action) {
    List<String> parts = Splitter.on('/').splitToList(action);
    return new FullyQualifiedEntityName(
        JavaConverters.asScalaBuffer(parts.subList(0, parts.size() - 1)).toList(),
        parts.get(parts.size() - 1),
        Option.empty(),
        Option.empty());
  }

  /**
   * Reads through the cache. Updates change the revision, so a cached action at a revision is
   * current. Without a revision, the cache cannot be used.
   */
  private Future<WhiskAction> fetch(ActivationMessage message, String revision) {
    return fetch(
        new FullyQualifiedEntityName(
            message.action().path(), message.action().name(), Option.empty(), Option.empty()),
        revision,
        message.transid());
  }

  private Future<WhiskAction> fetch(
      FullyQualifiedEntityName action, String revision, TransactionMetadata transid) {
    return WhiskActions.action(
        store, action.toDocId(), revision, !Objects.equals(revision, ANY_REVISION), transid);
  }
}
