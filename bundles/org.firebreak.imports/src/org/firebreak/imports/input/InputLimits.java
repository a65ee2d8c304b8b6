package org.firebreak.imports.input;

/**
 * How large an imported file may be. Beyond it the import refuses, so that a mistaken or malicious
 * file can neither fill the memory nor keep the machine busy.
 *
 * @param fileBytes size of the file
 * @param expandedBytes size of all parts of a workbook after decompression
 * @param rows rows of a sheet, blank ones included
 * @param columns columns of a row
 * @param cellCharacters characters of a cell
 * @param recordCharacters characters of a whole row of a text file
 */
public record InputLimits(
    long fileBytes,
    long expandedBytes,
    int rows,
    int columns,
    int cellCharacters,
    int recordCharacters) {

  /** 256 MiB; rows and cells as Excel has them; a thousand columns. */
  public static final InputLimits DEFAULT =
      new InputLimits(256L << 20, 512L << 20, 1_048_576, 1_024, 32_767, 1 << 20);
}
