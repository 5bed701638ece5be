/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.trace.input.NumberText;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.openwhisk.MeasuredActivations;
import java.io.IOException;
import java.io.Reader;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measurements in JSON: the results of AWS Lambda Power Tuning, or an export of activation records.
 *
 * <p>Power Tuning has a mean run time for each memory; the function is the name of the file.
 * Records have a run each, with the memory limit in force. Their CPU limit is that of the
 * annotation {@code cpu-limit}, or one core.
 *
 * @param name of the file, without its suffixes
 */
record ProfileJson(TraceFile file, String name) {

  /** Names in the results of Power Tuning, none of which an activation record has. */
  private static final Set<String> POWER_TUNING =
      Set.of("results", "power", "cost", "stateMachine", "stats");

  private static final String RESULTS = "results";
  private static final double MILLIS = 1000;
  private static final double MOST_MB = 1 << 20;
  private static final double MOST_MILLIS = 1e9;

  void read(Consumer<ProfileFormat.Measurement> consumer) throws IOException {
    if (!isPowerTuning()) {
      new MeasuredActivations(file).forEach(run -> consumer.accept(measurement(run)));
      return;
    }
    JsonNode document;
    try (Reader reader = file.openRecords()) {
      document = new ObjectMapper().readTree(reader);
    } catch (JsonProcessingException e) {
      throw bad("line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage());
    }
    JsonNode results = document.has(RESULTS) ? document.path(RESULTS) : document;
    JsonNode stats = results.path("stats");
    if (!stats.isArray() || stats.isEmpty()) {
      throw bad(
          "has no list 'stats' with a run time for each memory: run Power Tuning with"
              + " includeOutputResults = true");
    }
    for (int i = 0; i < stats.size(); i++) {
      consumer.accept(measurement(stats.get(i), i));
    }
  }

  private boolean isPowerTuning() throws IOException {
    try (Reader reader = file.openRecords();
        JsonParser parser = new ObjectMapper().createParser(reader)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || parser.nextToken() != JsonToken.FIELD_NAME
          || !POWER_TUNING.contains(parser.currentName())) {
        return false;
      }
      // Databases answer with a list of that name.
      return !parser.currentName().equals(RESULTS) || parser.nextToken() == JsonToken.START_OBJECT;
    } catch (JsonProcessingException e) {
      return false; // the reader of records says what is wrong
    }
  }

  private ProfileFormat.Measurement measurement(JsonNode stat, int index) {
    double memory = positive(stat, "value", index, MOST_MB);
    double seconds = positive(stat, "averageDuration", index, MOST_MILLIS) / MILLIS;
    return new ProfileFormat.Measurement(
        new ProfileKey(name, "", ""),
        new StageConfiguration(memory / ProfileFormat.LAMBDA_MIB_PER_CORE, memory / 1024),
        RecordedRun.of(seconds, true, 0));
  }

  private double positive(JsonNode stat, String field, int index, double most) {
    OptionalDouble value = NumberText.decimal(stat.path(field).asText(""));
    if (value.isPresent() && value.getAsDouble() > 0 && value.getAsDouble() <= most) {
      return value.getAsDouble();
    }
    throw bad("stats[" + index + "]." + field + ": expected a positive number");
  }

  private static ProfileFormat.Measurement measurement(MeasuredActivations.Run run) {
    return new ProfileFormat.Measurement(
        new ProfileKey(run.action(), "", ""),
        new StageConfiguration(run.cores().orElse(1), run.memoryMb() / 1024.0),
        RecordedRun.of(run.seconds(), run.succeeded(), run.startSeconds()));
  }

  private IllegalArgumentException bad(String problem) {
    return new IllegalArgumentException(file.path() + ": " + problem);
  }
}
