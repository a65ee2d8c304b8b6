package org.firebreak.ui.files;

import java.net.URL;

/**
 * A design that ships with the product.
 *
 * @param fileName its file name
 * @param title name of the design
 * @param description what it shows, in a sentence or two; perhaps empty
 * @param content where it is
 */
public record Sample(String fileName, String title, String description, URL content) {}
