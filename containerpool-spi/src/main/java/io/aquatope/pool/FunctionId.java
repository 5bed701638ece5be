/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Identity of a function: an action at a revision, in the namespace that invokes it.
 *
 * <p>Two activations may share a container if and only if their function identities are equal, so
 * the identity must hold everything that isolates tenants and revisions from each other.
 *
 * @param namespace the namespace of the invoking identity, not the one that owns the action
 * @param action the fully qualified name of the action, without version
 * @param revision revision of the action, which changes with every update
 */
public record FunctionId(String namespace, String action, String revision) {

  @Override
  public String toString() {
    return revision.isEmpty()
        ? namespace + ":" + action
        : namespace + ":" + action + "@" + revision;
  }
}
