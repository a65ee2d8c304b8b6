/** Port matrices: tables of who may open connections to whom, and on what services. */
package org.firebreak.imports.matrix;
