/** Tests of labels and properties. */
package org.firebreak.core.describe;
