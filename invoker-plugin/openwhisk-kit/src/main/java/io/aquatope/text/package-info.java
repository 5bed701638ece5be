/* SPDX-License-Identifier: Apache-2.0 */
/** Text that tenants wrote, on its way into messages and logs. */
@NullMarked
package io.aquatope.text;

import org.jspecify.annotations.NullMarked;
