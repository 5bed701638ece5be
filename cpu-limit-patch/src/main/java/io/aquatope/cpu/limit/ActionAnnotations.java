/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What developers wrote as an annotation of their actions. Of a long text the beginning and the
 * length are told, so that it takes bounded memory. No method blocks.
 */
public interface ActionAnnotations {

  /**
   * The annotation of an action, unchecked; fails if it cannot be told.
   *
   * @param action the fully qualified name without version, for example {@code guest/video/encode}
   * @param version the version that is asked for; where it is no more to be had, the annotation is
   *     that of the action as it is now
   */
  CompletableFuture<Optional<String>> of(String action, String version);
}
