/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * An answer as text, read up to a number of bytes. A longer answer fails and is read no further: an
 * endless answer would fill the heap.
 */
final class BoundedBody implements BodySubscriber<String> {

  private final String server;
  private final int mostBytes;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<String> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  /**
   * @param server for the message about an answer that is too long
   */
  BoundedBody(String server, int mostBytes) {
    this.server = server;
    this.mostBytes = mostBytes;
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription answer) {
    subscription = answer;
    answer.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    Subscription answer = subscription;
    if (body.isDone() || answer == null) {
      return;
    }
    for (ByteBuffer buffer : part) {
      if (buffer.remaining() > mostBytes - read.size()) {
        answer.cancel();
        body.completeExceptionally(
            new IOException(server + " answered more than " + mostBytes + " bytes"));
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      read.writeBytes(bytes);
    }
    answer.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(read.toString(StandardCharsets.UTF_8));
  }
}
