/* SPDX-License-Identifier: Apache-2.0 */
/** Other ways to choose stage configurations, which the default method is measured against. */
@NullMarked
package io.aquatope.models.workflow.baseline;

import org.jspecify.annotations.NullMarked;
