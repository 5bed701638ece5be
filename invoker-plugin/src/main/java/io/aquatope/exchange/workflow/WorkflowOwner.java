/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.aquatope.exchange.FieldChecks;

/**
 * The party that declares a workflow: a namespace by annotations, or the operator by a file. A
 * namespace's workflows tune its own actions only, and only its own calls are instances of them.
 *
 * @param namespace empty for the operator
 */
public record WorkflowOwner(@JsonValue String namespace) {

  /** The operator, who may tune every action. */
  public static final WorkflowOwner OPERATOR = new WorkflowOwner("");

  /** Reads an owner from its text in JSON. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WorkflowOwner {
    FieldChecks.that(
        namespace.length() <= 512 && namespace.indexOf('/') < 0,
        "owner",
        namespace,
        "a namespace, or nothing for the operator");
  }

  /**
   * The owner of the workflows that a namespace declares.
   *
   * @throws IllegalArgumentException if the name of the namespace is invalid
   */
  public static WorkflowOwner of(String namespace) {
    FieldChecks.text("owner", namespace);
    return new WorkflowOwner(namespace);
  }

  /** The namespace of a fully qualified action. */
  public static String namespaceOf(String action) {
    return action.substring(0, Math.max(0, action.indexOf('/')));
  }

  public boolean isOperator() {
    return namespace.isEmpty();
  }

  /** Whether the owner's workflows may set limits of an action. */
  public boolean rules(String action) {
    return isOperator()
        || (action.length() > namespace.length()
            && action.charAt(namespace.length()) == '/'
            && action.startsWith(namespace));
  }
}
