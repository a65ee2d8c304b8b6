/** Hops of an intruder from a chosen server, under the strategy in force and under another. */
package org.firebreak.ui.attack;
