/* SPDX-License-Identifier: Apache-2.0 */
/** Observations of a workflow: instances, runs of stages, and statistics of both. */
@NullMarked
package io.aquatope.exchange.workflow.observation;

import org.jspecify.annotations.NullMarked;
