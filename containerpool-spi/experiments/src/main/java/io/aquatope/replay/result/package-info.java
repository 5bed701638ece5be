/* SPDX-License-Identifier: Apache-2.0 */
/** Results of a replay, and the meters that add them up. */
@NullMarked
package io.aquatope.replay.result;

import org.jspecify.annotations.NullMarked;
