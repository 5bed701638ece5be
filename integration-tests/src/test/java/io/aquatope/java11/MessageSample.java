/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.HubStarted;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.MemoryAdvised;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.RoundConcluded;
import io.aquatope.exchange.message.RoundProposed;
import io.aquatope.exchange.message.SenderCheckpoint;
import io.aquatope.exchange.message.SenderIncarnation;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.message.WorkflowWithdrawn;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Program that writes a message of the exchange, or reads one and prints whether it is the same,
 * with its hash code and text.
 */
public final class MessageSample {

  private MessageSample() {}

  /** Takes {@code write} or {@code read}, and a file. */
  public static void main(String[] arguments) throws IOException, MessageFormatException {
    Message message = message();
    Path file = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      Files.write(file, MessageCodec.encode(message));
    } else {
      Message read = MessageCodec.decode(Files.readAllBytes(file));
      System.out.println(read.equals(message));
      System.out.println(read.hashCode());
      System.out.println(read);
      System.out.println(answer("{\"v\":1}"));
      System.out.println(answer("{\"v\":1,\"from\":\"a\",\"boot\":1,\"seq\":1.5,\"records\":[]}"));
      System.out.println(answer("[]"));
      System.out.println(
          answer(
              "{\"v\":1,\"from\":\"a\",\"boot\":1,\"seq\":1,\"records\":[{\"type\":\"later\"}]}"));
    }
  }

  /** What is wrong with a message, or the message. */
  private static String answer(String json) {
    try {
      return MessageCodec.decode(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
    } catch (MessageFormatException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Message message() {
    Workflow shop =
        new Workflow(
            "shop",
            WorkflowOwner.OPERATOR,
            1_000,
            0.95,
            0.000048,
            0.0000034,
            List.of(
                new WorkflowStage("cart", "guest/cart", List.of(), 1),
                new WorkflowStage("pay", "guest/pay", List.of(0), 1)),
            new TuningRules(List.of(250, 500, 1000), 2, 5, 1));
    String version = shop.version();
    StageOutcome outcome = new StageOutcome("invoker0", 250, 256, 70, 0.25, true, false, true);
    return new Message(
        Message.VERSION,
        "invoker0",
        1,
        3,
        List.of(
            new StageReport(
                "a",
                "guest",
                "t",
                "guest/cart",
                new StageExecution(500, 256, 70, 7, 0.25, true, false, true)),
            new WorkflowDefined(shop),
            new HubStarted(),
            new WorkflowWithdrawn("shop"),
            new InstanceReport(
                "shop",
                version,
                "t",
                true,
                1_000,
                new WorkflowInstance(900, Map.of("cart", outcome, "pay", outcome))),
            new Heartbeat(),
            new RoundProposed("shop", version, 1, List.of(List.of(0, 1), List.of(2, 2))),
            new RoundConcluded("shop", version, 1, List.of(0, 1)),
            new MemoryAdvised("shop", version, List.of(128, 192)),
            new WorkflowCheckpoint(WorkflowState.first(shop)),
            new SenderCheckpoint("invoker1", List.of(new SenderIncarnation(7, -3, 9)))));
  }
}
