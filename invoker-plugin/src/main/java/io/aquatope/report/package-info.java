/**
 * Reports for people: one self-contained HTML file, with a table next to each chart.
 *
 * <p>A {@link io.aquatope.report.Report} is a title and blocks: text, tables, and figures. Charts
 * state their data. The report chooses colours, symbols and layout.
 */
@NullMarked
package io.aquatope.report;

import org.jspecify.annotations.NullMarked;
