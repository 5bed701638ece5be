/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.whisk.WhiskFeature;
import java.util.List;
import java.util.Set;

/**
 * Result of a linkage check.
 *
 * @param classes number of classes of this project that were read
 * @param references number of distinct references, without those left out
 * @param leftOut references to the controller, if there is none on the class path
 * @param features the features that this OpenWhisk has; code for the others was left out
 * @param problems the references that do not link
 */
public record LinkageReport(
    int classes,
    int references,
    int leftOut,
    Set<WhiskFeature> features,
    List<LinkageProblem> problems) {}
