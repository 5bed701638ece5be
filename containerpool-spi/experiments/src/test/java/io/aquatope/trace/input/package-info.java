/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.trace.input;

import org.jspecify.annotations.NullMarked;
