/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk;

/** Thrown where OpenWhisk's own code would run: these declarations have none. */
public final class SignatureOnly extends UnsupportedOperationException {}
