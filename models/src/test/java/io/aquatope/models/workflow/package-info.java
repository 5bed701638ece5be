/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.workflow;

import org.jspecify.annotations.NullMarked;
