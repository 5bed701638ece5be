/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * A batch of records, as it is sent.
 *
 * @param v version of the format
 * @param from name of the sender: {@code invoker3}, {@code controller0}
 * @param boot start of the sender, in milliseconds since 1970
 * @param incarnation random number of the sender's start; 0, which is left out, from versions that
 *     sent none
 * @param seq number of the message since that start; one that is not greater than the last is a
 *     duplicate
 */
public record Message(
    int v,
    String from,
    long boot,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long incarnation,
    long seq,
    List<ExchangeRecord> records) {

  /** The version that this class writes. */
  public static final int VERSION = 1;

  /** Name of the value that stands for a missing field {@code incarnation}. */
  static final String NO_INCARNATION = "incarnation";

  @JsonCreator
  public Message(
      @JsonProperty("v") int v,
      @JsonProperty("from") String from,
      @JsonProperty("boot") long boot,
      @JsonProperty("incarnation")
          @JacksonInject(value = NO_INCARNATION, useInput = OptBoolean.TRUE)
          long incarnation,
      @JsonProperty("seq") long seq,
      @JsonProperty("records") List<ExchangeRecord> records) {
    FieldChecks.that(v == VERSION, "v", v, "version " + VERSION);
    FieldChecks.text("from", from);
    FieldChecks.notNegative("boot", boot);
    FieldChecks.notNegative("seq", seq);
    this.v = v;
    this.from = from;
    this.boot = boot;
    this.incarnation = incarnation;
    this.seq = seq;
    this.records = List.copyOf(records);
  }

  /** A message in the form of versions without incarnations. */
  public Message(int v, String from, long boot, long seq, List<ExchangeRecord> records) {
    this(v, from, boot, 0, seq, records);
  }

  /** A message of {@code sender}. */
  public Message(SenderIdentity sender, long seq, List<ExchangeRecord> records) {
    this(VERSION, sender.name(), sender.boot(), sender.incarnation(), seq, records);
  }

  /** Whether the message comes from this start of {@code sender}. */
  public boolean isOf(SenderIdentity sender) {
    return from.equals(sender.name())
        && boot == sender.boot()
        && incarnation == sender.incarnation();
  }
}
