/** How work of the core runs as jobs of the workbench. */
package org.firebreak.ui.jobs;
