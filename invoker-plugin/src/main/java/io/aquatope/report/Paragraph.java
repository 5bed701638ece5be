/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

/** A paragraph of plain text. */
public record Paragraph(String text) implements ReportBlock {}
