/* SPDX-License-Identifier: Apache-2.0 */
/** The trained networks that the jar ships, and their file format. */
@NullMarked
package io.aquatope.prewarm.network;

import org.jspecify.annotations.NullMarked;
