/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.join.AnnotatedAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads from OpenWhisk's entity store, each of bounded size. */
interface EntityReader {

  /**
   * A page of the actions of a namespace and its packages.
   *
   * @param rows number of rows; fewer than requested at the end
   * @param asking names of the actions with the annotation that asks for a target
   */
  record Page(int rows, List<String> asking) {

    public Page {
      asking = List.copyOf(asking);
    }
  }

  /**
   * The parts of an action that the survey needs.
   *
   * @param name fully qualified, without version, bindings of packages resolved
   * @param annotations see {@link AnnotatedAction#annotations}
   * @param isConductor whether it is a conductor action, which chooses further actions to run
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
