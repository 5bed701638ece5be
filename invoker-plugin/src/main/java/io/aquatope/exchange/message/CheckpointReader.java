/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aquatope.exchange.workflow.WorkflowState;
import java.io.IOException;

/** Reads a {@link WorkflowCheckpoint}, or makes an {@link UnreadCheckpoint} of it. */
final class CheckpointReader extends JsonDeserializer<ExchangeRecord> {

  @Override
  public ExchangeRecord deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode state = context.readTree(parser).path("state");
    try {
      WorkflowState read = parser.getCodec().treeToValue(state, WorkflowState.class);
      if (read == null) {
        return unread(state, "state: expected an object");
      }
      read.requireConsistent();
      return new WorkflowCheckpoint(read);
    } catch (JsonMappingException e) {
      String path = MessageCodec.path(e);
      return unread(
          state, (path.isEmpty() ? "state: " : "state." + path) + MessageCodec.problem(e));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return unread(state, "state: " + MessageCodec.firstLine(e));
    }
  }

  private static UnreadCheckpoint unread(JsonNode state, String problem) {
    return new UnreadCheckpoint(state.at("/definition/name").asText(), problem);
  }
}
