/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.trace.input.NumberText;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs of actions in an export of activation records, with the limits in force. Each activation
 * counts once, and records without a container count for nothing.
 */
public record MeasuredActivations(TraceFile file) {

  private static final String CPU_LIMIT = "cpu-limit";
  private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);
  private static final double MOST_CORES = 1_000;

  /**
   * One run.
   *
   * @param action with namespace and package
   * @param memoryMb the memory limit, which the record's annotation {@code limits} has
   * @param cores the CPU limit, if an annotation has it
   * @param seconds from the begin of {@code /init}, if there was one, to the end
   * @param startSeconds of {@code /init}
   */
  public record Run(
      String action,
      int memoryMb,
      OptionalDouble cores,
      double seconds,
      double startSeconds,
      boolean succeeded) {}

  /** Passes each run on. */
  public void forEach(Consumer<Run> consumer) throws IOException {
    ActivationIds ids = new ActivationIds();
    new ActivationDocuments(file)
        .forEach(new ReaderFindings(false), (document, line) -> add(document, line, ids, consumer));
  }

  private void add(ObjectNode document, long line, ActivationIds ids, Consumer<Run> consumer)
      throws TraceFormatException {
    SourceDocument source = SourceDocument.of(document);
    if (source.kind() != RecordKind.ACTION || source.isEvent()) {
      return;
    }
    ActivationRecord activation = ActivationRecord.parse(source.record(), file.path(), line);
    if (!activation.id().isEmpty() && !ids.add(activation)) {
      return;
    }
    // The records count in whole milliseconds, and no run takes none.
    double run = Math.max(1, activation.runMillis()) / MILLIS;
    double start = activation.initMillis().orElse(0) / MILLIS;
    consumer.accept(
        new Run(
            activation.function().id().action(),
            activation.function().memoryMb(),
            cores(new RecordFields(source.record(), file.path(), line)),
            run + start,
            start,
            succeeded(source.record())));
  }

  private static OptionalDouble cores(RecordFields fields) {
    OptionalDouble cores = NumberText.decimal(fields.annotation(CPU_LIMIT).asText(""));
    return cores.isPresent() && cores.getAsDouble() > 0 && cores.getAsDouble() <= MOST_CORES
        ? cores
        : OptionalDouble.empty();
  }

  /** Records in full have a response, and those of lists have its status code. */
  private static boolean succeeded(JsonNode document) {
    JsonNode response = document.path("response");
    if (response.path("success").isBoolean()) {
      return response.path("success").booleanValue();
    }
    JsonNode code =
        response.has("statusCode") ? response.path("statusCode") : document.path("statusCode");
    return code.isMissingNode() || code.asInt(0) == 0;
  }
}
