/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.base.Splitter;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.net.UrlEscapers;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.member.MemoryPort;
import io.aquatope.text.TenantText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Updates memory limits through OpenWhisk's API, on behalf of the action's owner. So OpenWhisk
 * checks the limits of owner and system, creates a new version, and informs all controllers. The
 * owner's key is taken from the owner's own calls and kept in memory only, for a limited time. Safe
 * for use by several threads.
 */
final class OwnerUpdates implements MemoryPort {

  private static final long MOST_ACTIONS = 1_000;
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Maximum number of characters shown of an answer, which may quote texts of tenants. */
  private static final int SHOWN = 500;

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final String api;
  private final ExchangeEvents events;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Cache<String, String> keys =
      CacheBuilder.newBuilder().maximumSize(MOST_ACTIONS).expireAfterWrite(KEPT).build();

  /** Actions for which OpenWhisk recently gave no decision. */
  private final Cache<String, Boolean> paused =
      CacheBuilder.newBuilder().maximumSize(MOST_ACTIONS).expireAfterWrite(PAUSE).build();

  /**
   * @param api address, for example {@code http://controller0:8888}
   */
  OwnerUpdates(String api, ExchangeEvents events) {
    this.api = api;
    this.events = events;
  }

  /**
   * Records a call of an action.
   *
   * @param namespace of the caller
   * @param key of the caller
   */
  void called(String action, String namespace, String key) {
    if (action.startsWith(namespace + "/") && !key.isEmpty()) {
      keys.put(action, key);
    }
  }

  @Override
  public CompletableFuture<Answer> update(String action, int megabytes) {
    String key = keys.getIfPresent(action);
    if (key == null || paused.getIfPresent(action) != null) {
      return CompletableFuture.completedFuture(Answer.NONE);
    }
    try {
      return http.sendAsync(request(action, megabytes, key), answer -> new BeginningOfBody(SHOWN))
          // The time-out of the request itself covers only the headers of the response.
          .orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .handle((response, failure) -> told(action, megabytes, response, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(told(action, megabytes, null, e));
    }
  }

  private HttpRequest request(String action, int megabytes, String key) {
    return HttpRequest.newBuilder(
            URI.create(
                "%s/api/v1/namespaces/_/actions/%s?overwrite=true".formatted(api, path(action))))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
        .PUT(BodyPublishers.ofString("{\"limits\":{\"memory\":%s}}".formatted(megabytes)))
        .build();
  }

  /** Path of an action. Names of packages and actions may contain spaces. */
  private static String path(String action) {
    return Splitter.on('/')
        .splitToStream(action)
        .skip(1)
        .map(UrlEscapers.urlPathSegmentEscaper()::escape)
        .collect(Collectors.joining("/"));
  }

  private Answer told(
      String action,
      int megabytes,
      @Nullable HttpResponse<String> response,
      @Nullable Throwable failure) {
    if (response != null && response.statusCode() == 200) {
      events.told(
          "action %s has been updated to %s MB".formatted(TenantText.plain(action), megabytes));
      return Answer.UPDATED;
    }
    events.warned(
        "action %s was not updated to %s MB: %s"
            .formatted(
                TenantText.plain(action),
                megabytes,
                TenantText.plain(
                    response == null ? String.valueOf(failure) : response.body(), SHOWN)));
    Answer answer = response == null ? Answer.NONE : answer(response.statusCode());
    if (answer == Answer.NONE) {
      paused.put(action, true);
    }
    return answer;
  }

  private static Answer answer(int status) {
    if (status >= SERVER_ERROR || status == CONFLICT || status == TOO_MANY) {
      return Answer.NONE;
    }
    return status == BAD_REQUEST ? Answer.REFUSED : Answer.DENIED;
  }
}
