/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

public class DocumentTypeMismatchException extends ArtifactStoreException {
  public DocumentTypeMismatchException(String message) {
    super(message);
  }
}
