/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.workflow.baseline.optimize;

import org.jspecify.annotations.NullMarked;
