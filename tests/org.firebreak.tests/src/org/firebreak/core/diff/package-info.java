/** Tests of what differs between two states of a design. */
package org.firebreak.core.diff;
