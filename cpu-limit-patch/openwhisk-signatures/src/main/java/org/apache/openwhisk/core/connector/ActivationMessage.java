/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ActivationId;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.Identity;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import spray.json.JsValue;

public class ActivationMessage implements Message {
  private final TransactionMetadata transid;
  private final FullyQualifiedEntityName action;
  private final String revision;
  private final Identity user;
  private final String activationId;
  private final ControllerInstanceId rootControllerIndex;
  private final boolean blocking;
  private final Option<JsValue> content;
  private final Set<String> initArgs;
  private final Map<String, String> lockedArgs;
  private final Option<ActivationId> cause;
  private final Option<Map<String, String>> traceContext;

  public ActivationMessage(
      TransactionMetadata transid,
      FullyQualifiedEntityName action,
      String revision,
      Identity user,
      String activationId,
      ControllerInstanceId rootControllerIndex,
      boolean blocking,
      Option<JsValue> content,
      Set<String> initArgs,
      Map<String, String> lockedArgs,
      Option<ActivationId> cause,
      Option<Map<String, String>> traceContext) {
    this.transid = transid;
    this.action = action;
    this.revision = revision;
    this.user = user;
    this.activationId = activationId;
    this.rootControllerIndex = rootControllerIndex;
    this.blocking = blocking;
    this.content = content;
    this.initArgs = initArgs;
    this.lockedArgs = lockedArgs;
    this.cause = cause;
    this.traceContext = traceContext;
  }

  public TransactionMetadata transid() {
    return transid;
  }

  public FullyQualifiedEntityName action() {
    return action;
  }

  public String revision() {
    return revision;
  }

  public Identity user() {
    return user;
  }

  public String activationId() {
    return activationId;
  }

  public ControllerInstanceId rootControllerIndex() {
    return rootControllerIndex;
  }

  public boolean blocking() {
    return blocking;
  }

  public Option<JsValue> content() {
    return content;
  }

  public Set<String> initArgs() {
    return initArgs;
  }

  public Map<String, String> lockedArgs() {
    return lockedArgs;
  }

  public Option<ActivationId> cause() {
    return cause;
  }

  public Option<Map<String, String>> traceContext() {
    return traceContext;
  }

  public boolean causedBySequence() {
    return cause.isDefined();
  }
}
