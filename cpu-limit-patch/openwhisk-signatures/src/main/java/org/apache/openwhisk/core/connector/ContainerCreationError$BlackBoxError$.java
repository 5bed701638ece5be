/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

public class ContainerCreationError$BlackBoxError$ implements ContainerCreationError {
  public static final ContainerCreationError$BlackBoxError$ MODULE$ =
      new ContainerCreationError$BlackBoxError$();
}
