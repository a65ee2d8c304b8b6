package org.firebreak.report.diagram;

import java.time.LocalDate;

/**
 * What stands at the head and the foot of a page.
 *
 * @param design name of the design
 * @param diagram name of the diagram
 * @param date day of the picture
 */
public record PageTitles(String design, String diagram, LocalDate date) {}
