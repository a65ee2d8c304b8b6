/** Tests of the zone matrix with real mouse and keys. */
package org.firebreak.ui.matrix;
