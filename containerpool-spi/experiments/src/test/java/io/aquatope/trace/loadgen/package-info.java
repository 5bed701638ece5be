/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.trace.loadgen;

import org.jspecify.annotations.NullMarked;
