package org.firebreak.ui.picture;

import java.nio.file.Path;
import org.firebreak.report.diagram.Paper;
import org.firebreak.report.diagram.PictureFormat;
import org.firebreak.scene.Theme;

/**
 * A picture that the user wants.
 *
 * @param file where it goes
 * @param format of the file
 * @param only whether to leave out what is not selected
 * @param theme colours
 * @param scale pixels for one px of the diagram, of PNG
 * @param paper of PDF; null for a page of the diagram's own size
 * @param findings whether errors and warnings are marked
 */
record PictureOrder(
    Path file,
    PictureFormat format,
    boolean only,
    Theme theme,
    double scale,
    Paper paper,
    boolean findings) {}
