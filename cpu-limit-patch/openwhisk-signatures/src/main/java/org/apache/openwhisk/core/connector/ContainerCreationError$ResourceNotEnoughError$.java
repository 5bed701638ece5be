/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

public class ContainerCreationError$ResourceNotEnoughError$ implements ContainerCreationError {
  public static final ContainerCreationError$ResourceNotEnoughError$ MODULE$ =
      new ContainerCreationError$ResourceNotEnoughError$();
}
