/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Small neural networks on batched EJML matrices (one row per function and sample), with
 * hand-written gradients, and the file format of their weights.
 */
@NullMarked
package io.aquatope.models.network;

import org.jspecify.annotations.NullMarked;
