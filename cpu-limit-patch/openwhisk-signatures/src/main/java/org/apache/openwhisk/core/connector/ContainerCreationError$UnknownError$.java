/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

public class ContainerCreationError$UnknownError$ implements ContainerCreationError {
  public static final ContainerCreationError$UnknownError$ MODULE$ =
      new ContainerCreationError$UnknownError$();
}
