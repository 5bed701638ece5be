/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.trace.reader;

import org.jspecify.annotations.NullMarked;
