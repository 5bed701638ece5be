/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import java.util.List;

/**
 * Something that does not link.
 *
 * @param expected what the byte code asks for
 * @param found what is there instead
 * @param candidates what there is under the nearest names
 * @param usedIn the classes and methods that ask for it
 */
public record LinkageProblem(
    String expected, String found, List<String> candidates, List<String> usedIn) {}
