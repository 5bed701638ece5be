/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

/** A part of a report, from top to bottom. */
public sealed interface ReportBlock permits Heading, Paragraph, Table, Figure {}
