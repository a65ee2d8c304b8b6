/** Tests of attack paths in the workbench. */
package org.firebreak.ui.attack;
