/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.status;

import com.typesafe.config.Config;
import io.aquatope.config.StatusSettings;
import io.aquatope.status.Status;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** A server for the status pages alone, for an invoker without a server. */
public final class StatusServer {

  private final StatusSettings settings;
  private final TransactionMetadata transaction;
  private final Logging logging;

  /**
   * @param transaction of the log lines
   */
  StatusServer(StatusSettings settings, TransactionMetadata transaction, Logging logging) {
    this.settings = settings;
    this.transaction = transaction;
    this.logging = logging;
  }

  /** Starts it, if a port is configured. */
  public static void start(
      Supplier<Status> status, Config configuration, ActorSystem system, Logging logging) {
    StatusSettings settings = StatusSettings.of(configuration);
    if (settings.port() != 0) {
      var unused =
          new StatusServer(settings, TransactionId$.MODULE$.invoker(), logging)
              .start(StatusPages.of(status, configuration), system);
    }
  }

  /** Listens until the actor system ends. If the port is taken, the invoker runs without. */
  CompletionStage<ServerBinding> start(StatusPages pages, ActorSystem system) {
    HttpResponse nothing = HttpResponse.create().withStatus(StatusCodes.NOT_FOUND);
    return Http.get(system)
        .newServerAt(settings.address(), settings.port())
        .bindSync(request -> pages.respond(request).orElse(nothing))
        .whenComplete((binding, failure) -> told(failure));
  }

  private void told(Throwable failure) {
    String place = settings.address() + ":" + settings.port() + "/aquatope";
    if (failure == null) {
      logging.info(this, () -> "status at " + place, transaction);
    } else {
      logging.error(this, () -> "no status at " + place + ": " + failure, transaction);
    }
  }
}
