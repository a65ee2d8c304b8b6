/**
 * Sets of five-tuples, and packet filters over them: what a list of rules does with every new
 * connection, exactly, and where two lists differ.
 */
package org.firebreak.core.packets;
