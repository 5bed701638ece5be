/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.Message;

/** A message that is encoded already. */
final class JsonMessage implements Message {

  private final String json;

  JsonMessage(String json) {
    this.json = json;
  }

  @Override
  public void org$apache$openwhisk$core$connector$Message$_setter_$transid_$eq(
      TransactionMetadata transid) {
    // Sets the trait's default value. This class has its own value.
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
