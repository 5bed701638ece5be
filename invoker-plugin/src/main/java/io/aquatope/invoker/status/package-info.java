/* SPDX-License-Identifier: Apache-2.0 */
/** The status pages over HTTP: added to the invoker's server, or on a server of their own. */
@NullMarked
package io.aquatope.invoker.status;

import org.jspecify.annotations.NullMarked;
