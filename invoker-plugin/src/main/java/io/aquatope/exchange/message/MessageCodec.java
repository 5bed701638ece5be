/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Throwables;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.text.TenantText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Messages as JSON. Unknown fields are ignored, as newer versions may add some. All other fields
 * must be present and valid, or the whole message is invalid. Only checkpoints may fail alone, see
 * {@link UnreadCheckpoint}.
 */
public final class MessageCodec {

  /** Kafka's default configuration refuses messages of a million bytes and more. */
  public static final int MOST_BYTES = 900_000;

  /** Maximum number of characters in an error message. */
  private static final int SHOWN = 500;

  /** The end of a message: the end of its records. */
  private static final byte[] END = "]}".getBytes(UTF_8);

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxStringLength(10_000)
                          .maxNameLength(1_000)
                          .build())
                  .build())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .injectableValues(
              new InjectableValues.Std()
                  .addValue(Message.NO_INCARNATION, 0L)
                  .addValue(Workflow.NO_CALLERS, List.of()))
          .build();

  private static final byte[] SORT = ascii("{\"type\":\"");

  /**
   * Kinds of the records that define workflows: definition, withdrawal, checkpoint, and the record
   * by which a controller starts.
   */
  private static final List<byte[]> DEFINING =
      List.of(ascii("definition"), ascii("withdrawal"), ascii("checkpoint"), ascii("hub"));

  private MessageCodec() {}

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** The message in UTF-8. */
  public static byte[] encode(Message message) {
    return json(message);
  }

  /**
   * A message in UTF-8, of records that are encoded already.
   *
   * @param header the message without records
   */
  public static byte[] encode(byte[] header, List<byte[]> records) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(header, 0, header.length - END.length);
    for (int i = 0; i < records.size(); i++) {
      if (i > 0) {
        message.write(',');
      }
      message.write(records.get(i), 0, records.get(i).length);
    }
    message.write(END, 0, END.length);
    return message.toByteArray();
  }

  /** Any value of this package in UTF-8. Equal values have equal encodings. */
  public static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Decodes a message.
   *
   * @throws MessageFormatException if it has another version, is larger than {@value #MOST_BYTES}
   *     bytes, or has a bad field
   */
  public static Message decode(byte[] bytes) throws MessageFormatException {
    if (bytes.length > MOST_BYTES) {
      throw new MessageFormatException(
          "%s bytes, expected at most %s".formatted(bytes.length, MOST_BYTES));
    }
    try {
      Message message = JSON.readValue(bytes, Message.class);
      if (message == null) {
        throw new MessageFormatException("null, expected an object");
      }
      return message;
    } catch (JsonMappingException e) {
      throw new MessageFormatException(path(e) + problem(e));
    } catch (IOException e) {
      throw new MessageFormatException("no JSON: " + firstLine(e));
    }
  }

  /**
   * Whether a message may define or withdraw workflows. A reader that needs only these can skip
   * most of the log unparsed. The kind of a record is always written first.
   */
  public static boolean mayDefine(byte[] bytes) {
    for (int at = 0; at + SORT.length < bytes.length; at++) {
      if (bytes[at] == SORT[0] && isAt(bytes, at, SORT)) {
        int sort = at + SORT.length;
        if (DEFINING.stream().anyMatch(name -> isAt(bytes, sort, name))) {
          return true;
        }
        at = sort;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] text) {
    return at + text.length <= bytes.length
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }

  static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getIndex() < 0
                        ? "." + TenantText.plain(step.getFieldName())
                        : "[" + step.getIndex() + "]")
            .collect(Collectors.joining());
    return path.isEmpty() ? "" : path.substring(1) + ": ";
  }

  static String problem(JsonMappingException e) {
    Throwable cause = Throwables.getRootCause(e);
    return cause instanceof JsonMappingException mapping
        ? firstLine(String.valueOf(mapping.getOriginalMessage()))
        : firstLine(cause);
  }

  static String firstLine(Throwable e) {
    return firstLine(String.valueOf(e.getMessage()));
  }

  /**
   * The first line, shortened and without control characters, so that it is safe in an operator's
   * log.
   */
  private static String firstLine(String message) {
    return TenantText.plain(message.lines().findFirst().orElse(""), SHOWN);
  }
}
