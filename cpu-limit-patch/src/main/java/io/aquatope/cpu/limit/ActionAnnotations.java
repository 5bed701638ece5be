/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Annotations that developers wrote for their actions. Long texts are cut to their beginning and
 * length, so each takes bounded memory. No method blocks.
 */
public interface ActionAnnotations {

  /**
   * The annotation of an action, unchecked; fails if it cannot be read.
   *
   * @param action the fully qualified name without version, for example {@code guest/video/encode}
   * @param version the wanted version; if it is no longer available, the annotation is that of the
   *     current version
   */
  CompletableFuture<Optional<String>> of(String action, String version);
}
