/* SPDX-License-Identifier: Apache-2.0 */
/** Readers of the Huawei Cloud data sets of 2023 and 2025. */
@NullMarked
package io.aquatope.trace.huawei;

import org.jspecify.annotations.NullMarked;
