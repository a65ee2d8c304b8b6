/** Tests of estimates by template. */
package org.firebreak.core.sizing.estimate;
