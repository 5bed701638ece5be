/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

public class DocumentRevisionMismatchException extends ArtifactStoreException {
  public DocumentRevisionMismatchException(String message) {
    super(message);
  }
}
