/** What differs between two states of a design, element by element. */
package org.firebreak.core.diff;
