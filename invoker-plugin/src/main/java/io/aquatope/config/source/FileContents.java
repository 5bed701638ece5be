/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import java.io.IOException;

/** Contents of the files that a configuration names, where its process would read them. */
@FunctionalInterface
public interface FileContents {

  /**
   * The text of a file.
   *
   * @throws IOException if it cannot be read; names the file and the reason
   */
  String text(String name) throws IOException;
}
