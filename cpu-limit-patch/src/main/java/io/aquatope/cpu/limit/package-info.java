/* SPDX-License-Identifier: Apache-2.0 */
/** CPU limits: rules, annotations, decisions. */
@NullMarked
package io.aquatope.cpu.limit;

import org.jspecify.annotations.NullMarked;
