/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

/** Begins a section. */
public record Heading(String text) implements ReportBlock {}
