/* SPDX-License-Identifier: Apache-2.0 */
/** The plugin in a real standalone OpenWhisk, with real containers. */
@NullMarked
package io.aquatope.it.standalone;

import org.jspecify.annotations.NullMarked;
