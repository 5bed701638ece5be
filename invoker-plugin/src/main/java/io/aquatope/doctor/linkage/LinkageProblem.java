/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import java.util.List;

/**
 * Reference that does not link.
 *
 * @param expected the member or class that the byte code requires
 * @param found what the installation has instead
 * @param candidates members or classes with the most similar names
 * @param usedIn the classes and methods that contain the reference
 */
public record LinkageProblem(
    String expected, String found, List<String> candidates, List<String> usedIn) {}
