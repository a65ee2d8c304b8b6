/** Tests of pictures. */
package org.firebreak.report.diagram;
