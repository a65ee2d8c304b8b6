package org.firebreak.ui.recovery;

import java.nio.file.Path;
import java.time.Instant;
import org.firebreak.diagram.FileStamp;

/**
 * A copy of an unsaved design.
 *
 * @param key name of the copy in its folder
 * @param file of the design; {@code null} if it was never saved
 * @param name what the window calls the design
 * @param saved when the copy was made
 * @param stamp of the design's file when it was read or written last
 * @param hash SHA-256 of the design's file at that time, hexadecimal; empty if unknown
 */
record RecoveryEntry(
    String key, Path file, String name, Instant saved, FileStamp stamp, String hash) {}
