/* SPDX-License-Identifier: Apache-2.0 */
/** Reader of OpenWhisk's activation records. */
@NullMarked
package io.aquatope.trace.openwhisk;

import org.jspecify.annotations.NullMarked;
