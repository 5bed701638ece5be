/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

/**
 * One variable of an environment.
 *
 * @param place where it was found, for messages
 */
record EnvironmentVariable(String name, String value, String place) {}
