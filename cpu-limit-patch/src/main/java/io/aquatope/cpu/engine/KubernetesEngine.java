/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Kubernetes API server that can resize pods in place. The name of a container is the name of its
 * pod, as in OpenWhisk.
 */
public final class KubernetesEngine implements ContainerEngine {

  /** Bytes of an answer: a pod has some 10 kB, and Kubernetes stores no object above 1.5 MB. */
  private static final int LARGEST_ANSWER = 4 << 20;

  private static final String PATCH = "application/strategic-merge-patch+json";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final KubernetesAccess access;
  private final Duration timeout;

  public KubernetesEngine(HttpClient http, KubernetesAccess access, Duration timeout) {
    this.http = http;
    this.access = access;
    this.timeout = timeout;
  }

  @Override
  public Optional<CpuLimit> machine() {
    return Optional.empty();
  }

  @Override
  public boolean limitsAtCreation() {
    return false;
  }

  @Override
  public ChangeResult setLimit(String pod, CpuLimit limit) throws IOException {
    HttpResponse<String> found = send(request(pod, "").GET());
    if (found.statusCode() == 404) {
      return new ChangeResult.Gone();
    }
    JsonNode patch = PodResize.patch(json.readTree(succeeded(found)), limit);
    HttpResponse<String> resized =
        send(
            request(pod, "/resize")
                .header("Content-Type", PATCH)
                .method("PATCH", BodyPublishers.ofString(patch.toString())));
    return switch (resized.statusCode()) {
      case 200 -> new ChangeResult.Done();
      case 404 ->
          podHasGone(resized) ? new ChangeResult.Gone() : new ChangeResult.Refused(NO_RESIZE);
      case 400, 403, 405, 422 -> new ChangeResult.Refused(resized.body());
      default -> throw new IOException(failure(resized));
    };
  }

  private static final String NO_RESIZE =
      "this API server cannot resize pods in place: that takes Kubernetes 1.33 or later";

  /**
   * Whether a 404 concerns the pod. A server without the subresource answers 404 as well, but its
   * answer names no pod.
   */
  private boolean podHasGone(HttpResponse<String> response) throws IOException {
    return json.readTree(response.body()).at("/details/kind").asText().equals("pods");
  }

  private HttpRequest.Builder request(String pod, String subresource) throws IOException {
    String path = "/api/v1/namespaces/" + access.namespace() + "/pods/" + pod + subresource;
    return HttpRequest.newBuilder(URI.create(access.server() + path))
        .timeout(timeout)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + access.token());
  }

  /**
   * Sends a request, with a timeout for the whole answer. The request's own timeout covers only the
   * head of the answer.
   */
  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request.build(), head -> new BoundedBody(access.server(), LARGEST_ANSWER));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException(access.server() + " did not answer within " + timeout);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException failure ? failure : new IOException(cause);
    } finally {
      answer.cancel(true);
    }
  }

  private static String succeeded(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException(failure(response));
    }
    return response.body();
  }

  private static String failure(HttpResponse<String> response) {
    return response.request().method()
        + " "
        + response.uri()
        + ": "
        + response.statusCode()
        + " "
        + response.body();
  }

  @Override
  public void close() {
    // The client's threads end with the client.
  }
}
