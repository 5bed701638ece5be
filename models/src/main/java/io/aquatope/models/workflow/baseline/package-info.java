/* SPDX-License-Identifier: Apache-2.0 */
/** Other ways to choose stage configurations. The default method is compared with them. */
@NullMarked
package io.aquatope.models.workflow.baseline;

import org.jspecify.annotations.NullMarked;
