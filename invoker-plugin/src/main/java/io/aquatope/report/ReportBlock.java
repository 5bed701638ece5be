/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

/** Block of a report. A report shows its blocks from top to bottom. */
public sealed interface ReportBlock permits Heading, Paragraph, Table, Figure {}
