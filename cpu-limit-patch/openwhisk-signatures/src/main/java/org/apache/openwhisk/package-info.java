/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Declarations of the OpenWhisk classes that the plugin links against, down to the members that it
 * uses: names and descriptors as they are in OpenWhisk's byte code, and no behaviour.
 *
 * <p>They exist to be compiled against and never enter the jar. Messages and other values hold
 * their fields, so that what sends and receives them can be tested without OpenWhisk. Packages here
 * are not null-marked: what may be null is for OpenWhisk to say.
 */
package org.apache.openwhisk;
