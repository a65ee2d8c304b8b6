/** Which groups to microsegment. */
package org.firebreak.core.optimise;
