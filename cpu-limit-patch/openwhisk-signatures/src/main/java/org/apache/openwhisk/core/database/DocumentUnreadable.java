/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

public class DocumentUnreadable extends ArtifactStoreException {
  public DocumentUnreadable(String message) {
    super(message);
  }
}
