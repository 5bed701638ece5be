/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.workflow.search;

import org.jspecify.annotations.NullMarked;
