/* SPDX-License-Identifier: Apache-2.0 */
/** Records of past or generated load: readers, and the generator of the published shapes. */
@NullMarked
package io.aquatope.trace;

import org.jspecify.annotations.NullMarked;
