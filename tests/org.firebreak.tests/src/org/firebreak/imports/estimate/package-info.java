/** Tests of estimates from a table. */
package org.firebreak.imports.estimate;
