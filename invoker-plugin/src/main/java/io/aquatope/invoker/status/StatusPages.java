/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.Resources;
import com.typesafe.config.Config;
import io.aquatope.status.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Authorization;
import org.apache.pekko.http.javadsl.model.headers.BasicHttpCredentials;
import org.apache.pekko.http.javadsl.model.headers.HttpChallenge;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.model.headers.WWWAuthenticate;

/**
 * {@code GET /aquatope}, a page for operators, and {@code GET /aquatope/status}, the JSON that the
 * page shows. Both require the credentials of the invoker's server.
 */
final class StatusPages {

  private static final String PAGE = "/aquatope";
  private static final String JSON = "/aquatope/status";

  /** The page loads nothing from other hosts, and connects only to its own. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'";

  private final Supplier<Status> status;
  private final byte[] credentials;
  private final String page = page();

  StatusPages(Supplier<Status> status, String username, String password) {
    this.status = status;
    this.credentials = bytes(username, password);
  }

  /** The pages with the credentials of the invoker's server. */
  static StatusPages of(Supplier<Status> status, Config config) {
    return new StatusPages(
        status,
        config.getString("whisk.invoker.username"),
        config.getString("whisk.invoker.password"));
  }

  /** The response; empty if the request is for another path. */
  Optional<HttpResponse> respond(HttpRequest request) {
    String path = request.getUri().path();
    if (!request.method().equals(HttpMethods.GET) || !(path.equals(PAGE) || path.equals(JSON))) {
      return Optional.empty();
    }
    return Optional.of(
        !isAllowed(request)
            ? HttpResponse.create()
                .withStatus(StatusCodes.UNAUTHORIZED)
                .addHeader(WWWAuthenticate.create(HttpChallenge.createBasic("invoker")))
            : path.equals(PAGE)
                ? ok(ContentTypes.TEXT_HTML_UTF8, page)
                : ok(ContentTypes.APPLICATION_JSON, status.get().toJson()));
  }

  private boolean isAllowed(HttpRequest request) {
    return request
        .getHeader(Authorization.class)
        .map(Authorization::credentials)
        .filter(BasicHttpCredentials.class::isInstance)
        .map(BasicHttpCredentials.class::cast)
        .map(given -> bytes(given.username(), given.password()))
        .filter(given -> MessageDigest.isEqual(given, credentials))
        .isPresent();
  }

  private static byte[] bytes(String username, String password) {
    return (username + ":" + password).getBytes(UTF_8);
  }

  private static HttpResponse ok(ContentType.NonBinary type, String body) {
    return HttpResponse.create()
        .withEntity(type, body)
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .addHeader(RawHeader.create("Content-Security-Policy", POLICY));
  }

  private static String page() {
    try {
      return Resources.toString(Resources.getResource(Status.class, "status.html"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
