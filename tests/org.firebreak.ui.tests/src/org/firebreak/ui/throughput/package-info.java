/** Tests of throughput in the workbench. */
package org.firebreak.ui.throughput;
