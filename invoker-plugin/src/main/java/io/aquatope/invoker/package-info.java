/* SPDX-License-Identifier: Apache-2.0 */
/** The OpenWhisk adapter: the container pool as an actor in a real invoker. */
@NullMarked
package io.aquatope.invoker;

import org.jspecify.annotations.NullMarked;
