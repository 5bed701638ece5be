/**
 * Reports for people: one HTML file that needs nothing else, with a table beside each picture.
 *
 * <p>A {@link io.aquatope.report.Report} is a title and blocks: text, tables, and figures. Charts
 * say what is to be seen, not how: colours, symbols and layout are the report's.
 */
@NullMarked
package io.aquatope.report;

import org.jspecify.annotations.NullMarked;
