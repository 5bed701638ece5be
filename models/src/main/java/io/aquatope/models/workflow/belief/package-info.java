/* SPDX-License-Identifier: Apache-2.0 */
/** The model of a stage: latency, failures and noise, learnt from its runs. */
@NullMarked
package io.aquatope.models.workflow.belief;

import org.jspecify.annotations.NullMarked;
