/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowFold;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageCodecTest {

  private static final StageReport STAGE =
      new StageReport(
          "a",
          "guest",
          "t",
          "guest/cart",
          new StageExecution(500, 256, 70, 7, 0.25, true, false, true));

  @Test
  void everySortOfRecordIsReadAsItWasWritten() throws MessageFormatException {
    WorkflowState state =
        WorkflowFold.observed(
            WorkflowState.first(Records.SHOP),
            Records.SHOP.version(),
            1_000,
            Records.ran("invoker0", 900, 1000, 1000).instance());
    Message message =
        Records.message(
            "invoker0",
            3,
            STAGE,
            Records.SHOP_DEFINED,
            new HubStarted(),
            new WorkflowWithdrawn("shop"),
            Records.ran("invoker0", 900, 250, 500),
            new Heartbeat(),
            Records.proposal(1, List.of(List.of(0, 1), List.of(2, 2))),
            Records.conclusion(1, 0, 1),
            new MemoryAdvised("shop", Records.SHOP.version(), List.of(128, 192)),
            new MemoryAnswered(
                "guest/cart", MemoryAnswers.settledAt(192).plus(MemoryAnswers.refusedAt(128))),
            new WorkflowCheckpoint(state),
            new SenderCheckpoint("invoker1", List.of(new SenderIncarnation(7, -3, 9))));

    assertThat(MessageCodec.decode(MessageCodec.encode(message))).isEqualTo(message);
  }

  /** A definition of an earlier version, in the log or in a checkpoint, is still understood. */
  @Test
  void aDefinitionWithoutCallersAdmitsTheOwnersOfItsStages() throws MessageFormatException {
    Message message =
        Records.message(
            "controller0",
            3,
            Records.SHOP_DEFINED,
            new WorkflowCheckpoint(WorkflowState.first(Records.SHOP)));
    byte[] bytes = MessageCodec.encode(message);

    assertThat(new String(bytes, UTF_8)).doesNotContain("callers");
    assertThat(MessageCodec.decode(bytes)).isEqualTo(message);
    assertThat(Records.SHOP.admitted()).containsExactly("guest");
  }

  @Test
  void callersAreReadAsTheyWereWritten() throws MessageFormatException {
    Workflow listed = Records.callers(Records.SHOP, "friend", "bank");
    Message message =
        Records.message(
            "controller0",
            3,
            new WorkflowDefined(listed),
            new WorkflowDefined(Records.PUBLIC_SHOP));
    byte[] bytes = MessageCodec.encode(message);

    assertThat(new String(bytes, UTF_8))
        .contains("\"callers\":[\"bank\",\"friend\"]", "\"callers\":[\"*\"]");
    assertThat(MessageCodec.decode(bytes)).isEqualTo(message);
  }

  @Test
  void theFormatIsPlainJson() {
    assertThat(new String(MessageCodec.encode(Records.message("invoker0", 3, STAGE)), UTF_8))
        .isEqualTo(
            """
            {"v":1,"from":"invoker0","boot":1,"seq":3,"records":[{"type":"stage","activation":"a",\
            "namespace":"guest","root":"t","action":"guest/cart","milliCores":500,"memoryMb":256,"memoryPeakMb":70,"endMs":7,\
            "seconds":0.25,"steady":true,"cold":false,"succeeded":true}]}\
            """);
  }

  @Test
  void messagesThatDefineOrWithdrawAreToldFromOthersWithoutBeingRead() {
    WorkflowState state = WorkflowState.first(Records.SHOP);
    for (ExchangeRecord record :
        List.of(
            Records.SHOP_DEFINED,
            new WorkflowWithdrawn("shop"),
            new HubStarted(),
            new WorkflowCheckpoint(state))) {
      assertThat(mayDefine(record)).isTrue();
      assertThat(mayDefine(STAGE, record)).isTrue();
    }

    assertThat(
            mayDefine(
                STAGE,
                new Heartbeat(),
                Records.ran("invoker0", 900, 250, 500),
                new StageReport(
                    "a",
                    "guest",
                    "{\"type\":\"definition",
                    "guest/cart",
                    new StageExecution(1, 1, 1, 1, 1, true, true, true)),
                Records.conclusion(1, 0, 1)))
        .isFalse();
    assertThat(MessageCodec.mayDefine(new byte[0])).isFalse();
    assertThat(MessageCodec.mayDefine("{\"type\":\"".getBytes(UTF_8))).isFalse();
  }

  private static boolean mayDefine(ExchangeRecord... records) {
    return MessageCodec.mayDefine(MessageCodec.encode(Records.message("invoker0", 3, records)));
  }

  @Test
  void fieldsOfNewerVersionsArePassedOver() throws MessageFormatException {
    String newer =
        """
        {"v":1,"from":"invoker0","boot":1,"seq":3,"region":{"x":[1]},
         "records":[{"type":"heartbeat","load":0.5}]}\
        """;

    assertThat(MessageCodec.decode(newer.getBytes(UTF_8)))
        .isEqualTo(Records.message("invoker0", 3, new Heartbeat()));
  }

  @Test
  void recordsOfNewerVersionsArePassedOver() throws MessageFormatException {
    String newer =
        """
        {"v":1,"from":"invoker0","boot":1,"seq":3,
         "records":[{"type":"forecast","of":"x"},{"type":"heartbeat"}]}\
        """;

    assertThat(MessageCodec.decode(newer.getBytes(UTF_8)).records())
        .containsExactly(new UnknownRecord("forecast"), new Heartbeat());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v\":1|\"v\":2|v: '2', expected version 1",
        "\"seq\":3|\"seq\":\"3\"|seq",
        "\"seq\":3|\"seq\":3.5|seq",
        "\"seq\":3|\"seq\":-3|seq: '-3', expected a number from 0 on",
        "\"from\":\"invoker0\",||from",
        "\"from\":\"invoker0\"|\"from\":null|from",
        "\"type\":\"stage\",||type",
        "\"milliCores\":500|\"milliCores\":-1|records[0]: milliCores: '-1', expected a number",
        "\"milliCores\":500,||milliCores",
        "\"seconds\":0.25|\"seconds\":\"NaN\"|records[0]: seconds: 'NaN', expected a number",
        "\"steady\":true|\"steady\":null|records[0].steady",
        "}]}|}]|no JSON",
        "}]}|}]}{}|Trailing token",
      })
  void whatIsWrongIsNamedWithItsField(String found, String replacement, String expected) {
    String json =
        new String(MessageCodec.encode(Records.message("invoker0", 3, STAGE)), UTF_8)
            .replace(found, replacement == null ? "" : replacement);

    assertThatThrownBy(() -> MessageCodec.decode(json.getBytes(UTF_8)))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"since\":|\"until\":|state.decision.since: Missing creator property 'since'",
        "\"fallback\":[2,2]|\"fallback\":[2]|state: decision.fallback: '[[2]]', expected choices",
        "\"choice\":[2,2]|\"choice\":[2,9]|state: decision.choice: '[[2, 9]]', expected choices",
        "\"memoryMb\":[0,0]|\"memoryMb\":[0]|state: placement.memoryMb: '[0]', expected 2",
        "\"advisedMb\":[0,0]|\"advisedMb\":[0]|state.load: advisedMb: '[0]', expected 2 numbers",
        "\"recalled\":[]|\"recalled\":[{\"action\":\"guest/cat\",\"milliCores\":250,\"seconds\":1,\"failed\":false}]|state:"
            + " evidence.recalled: '[PriorStageRun[action=guest/cat",
        "\"quantile\":0.95|\"quantile\":1|state.definition: quantile: '1.0', expected more",
        "\"state\":|\"summary\":|state: expected an object",
      })
  void aCheckpointThatIsNotUnderstoodFailsAlone(String found, String replacement, String problem)
      throws MessageFormatException {
    String json =
        new String(
                MessageCodec.encode(
                    Records.message(
                        "invoker0",
                        3,
                        new WorkflowCheckpoint(WorkflowState.first(Records.SHOP)),
                        Records.conclusion(1, 0, 1))),
                UTF_8)
            .replace(found, replacement);

    Message message = MessageCodec.decode(json.getBytes(UTF_8));

    assertThat(message.records())
        .satisfiesExactly(
            record ->
                assertThat(record)
                    .isInstanceOfSatisfying(
                        UnreadCheckpoint.class,
                        unread -> {
                          assertThat(unread.problem()).startsWith(problem);
                          assertThat("shop").startsWith(unread.workflow());
                        }),
            record -> assertThat(record).isEqualTo(Records.conclusion(1, 0, 1)));
  }

  @Test
  void whatIsTooLargeIsNotEvenLookedAt() {
    assertThatThrownBy(() -> MessageCodec.decode(new byte[MessageCodec.MOST_BYTES + 1]))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageContaining("900001 bytes, expected at most 900000");
  }

  @Test
  void nullIsNoMessage() {
    assertThatThrownBy(() -> MessageCodec.decode("null".getBytes(UTF_8)))
        .isInstanceOf(MessageFormatException.class);
  }
}
