/** The workbench window: its life, its bars and its perspective. */
package org.firebreak.ui.window;
