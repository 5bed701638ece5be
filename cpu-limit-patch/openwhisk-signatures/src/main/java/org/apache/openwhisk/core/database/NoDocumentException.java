/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

public class NoDocumentException extends ArtifactStoreException {
  public NoDocumentException(String message) {
    super(message);
  }
}
