/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.join.AnnotatedAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads of OpenWhisk's entity store, each of bounded size. */
interface EntityReader {

  /**
   * Some of the actions of a namespace and its packages.
   *
   * @param rows how many there are; fewer than were asked for at the end
   * @param asking names of those with the annotation that asks for a target
   */
  record Page(int rows, List<String> asking) {

    public Page {
      asking = List.copyOf(asking);
    }
  }

  /**
   * An action, as far as it is of use here.
   *
   * @param name fully qualified, without version, bindings of packages resolved
   * @param annotations see {@link AnnotatedAction#annotations}
   * @param isConductor whether it says what else is to run
   * @param components names of the actions that a sequence runs; empty for others
   */
  record Entity(
      String name,
      Map<String, String> annotations,
      boolean isConductor,
      boolean isSequence,
      List<String> components) {

    public Entity {
      annotations = Map.copyOf(annotations);
      components = List.copyOf(components);
    }
  }

  CompletableFuture<Page> page(String namespace, int skip, int limit);

  /**
   * Reads an action; empty if there is none.
   *
   * @param name fully qualified, without version
   */
  CompletableFuture<Optional<Entity>> action(String name);
}
