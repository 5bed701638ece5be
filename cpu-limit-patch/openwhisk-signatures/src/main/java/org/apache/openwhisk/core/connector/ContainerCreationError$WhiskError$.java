/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

public class ContainerCreationError$WhiskError$ implements ContainerCreationError {
  public static final ContainerCreationError$WhiskError$ MODULE$ =
      new ContainerCreationError$WhiskError$();
}
