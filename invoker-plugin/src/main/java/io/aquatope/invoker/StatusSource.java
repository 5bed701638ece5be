/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.status.Status;

/** Source of the status pages: an invoker of this project. */
interface StatusSource {
  Status status();
}
