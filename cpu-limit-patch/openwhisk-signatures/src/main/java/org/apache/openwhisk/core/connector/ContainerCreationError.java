/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

public interface ContainerCreationError {}
