/** The Sizing page in the real window. */
package org.firebreak.ui.sizing;
