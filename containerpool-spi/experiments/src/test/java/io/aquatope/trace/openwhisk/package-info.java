/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.trace.openwhisk;

import org.jspecify.annotations.NullMarked;
