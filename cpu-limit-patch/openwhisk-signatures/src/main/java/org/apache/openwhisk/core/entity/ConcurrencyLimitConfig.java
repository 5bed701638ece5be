/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

/** The name of {@link IntraConcurrencyLimitConfig} in OpenWhisk before May 2023. */
public class ConcurrencyLimitConfig {
  public int max() {
    throw new SignatureOnly();
  }
}
