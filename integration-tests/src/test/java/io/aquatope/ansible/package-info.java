/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The playbooks of {@code ansible/}, run by the real Ansible against containers that stand in for
 * invokers' hosts: what they change in a container engine is real, OpenWhisk behind it is not.
 */
@NullMarked
package io.aquatope.ansible;

import org.jspecify.annotations.NullMarked;
