/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import java.util.List;

/**
 * Result of a linkage check.
 *
 * @param classes number of classes of this project that were read
 * @param references number of distinct references, without those left out
 * @param leftOut references to the controller, if there is none on the class path
 * @param problems the references that do not link
 */
public record LinkageReport(
    int classes, int references, int leftOut, List<LinkageProblem> problems) {}
