/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

/** A part of a report, from top to bottom. */
public sealed interface Block permits Heading, Text, Table, Figure {}
