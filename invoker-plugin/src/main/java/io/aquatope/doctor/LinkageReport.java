/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import java.util.List;

/**
 * What came out of a linkage check.
 *
 * @param classes how many classes of this project were read
 * @param references how many different references they hold, those left out aside
 * @param leftOut references to the controller, if there is none on the class path
 * @param problems those that do not link
 */
public record LinkageReport(
    int classes, int references, int leftOut, List<LinkageProblem> problems) {}
