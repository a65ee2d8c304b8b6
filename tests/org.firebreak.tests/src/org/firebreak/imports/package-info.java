/** Tests of the imports; the matrices beside them are published port facts of real products. */
package org.firebreak.imports;
