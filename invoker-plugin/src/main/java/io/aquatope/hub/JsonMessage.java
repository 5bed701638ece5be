/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.Message;

/** A message that is written already. */
final class JsonMessage implements Message {

  private final String json;

  JsonMessage(String json) {
    this.json = json;
  }

  @Override
  public void org$apache$openwhisk$core$connector$Message$_setter_$transid_$eq(
      TransactionMetadata transid) {
    // A trait's value with a default; this class has its own.
  }

  @Override
  public TransactionMetadata transid() {
    return TransactionId$.MODULE$.unknown();
  }

  @Override
  public String serialize() {
    return json;
  }

  @Override
  public String toString() {
    return json;
  }
}
