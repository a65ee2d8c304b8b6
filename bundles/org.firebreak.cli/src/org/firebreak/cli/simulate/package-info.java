/** A table of connections, each answered by the simulator. */
package org.firebreak.cli.simulate;
