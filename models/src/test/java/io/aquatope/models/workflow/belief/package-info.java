/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.workflow.belief;

import org.jspecify.annotations.NullMarked;
