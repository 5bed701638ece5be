/* SPDX-License-Identifier: Apache-2.0 */
/** The plugin in a real OpenWhisk, standalone and as a cluster, with real containers. */
@NullMarked
package io.aquatope.it.openwhisk;

import org.jspecify.annotations.NullMarked;
