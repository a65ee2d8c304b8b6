/** Tests of the tables with real mouse and keys. */
package org.firebreak.ui.tables;
