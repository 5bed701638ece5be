/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The search for the cheapest choice that meets the latency target, by the beliefs about stages.
 */
@NullMarked
package io.aquatope.models.workflow.search;

import org.jspecify.annotations.NullMarked;
