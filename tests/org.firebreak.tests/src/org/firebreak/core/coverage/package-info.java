/** Coverage, shadowing and redundancy of flows, held to an enumeration of all connections. */
package org.firebreak.core.coverage;
