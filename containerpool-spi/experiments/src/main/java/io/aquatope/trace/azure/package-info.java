/* SPDX-License-Identifier: Apache-2.0 */
/** Readers of the Azure Functions data sets of 2019 and 2021. */
@NullMarked
package io.aquatope.trace.azure;

import org.jspecify.annotations.NullMarked;
