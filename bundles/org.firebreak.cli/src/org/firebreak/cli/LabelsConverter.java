package org.firebreak.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.firebreak.scene.LabelContents;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What labels of flows say, with hyphens: {@code service-and-ports}. */
final class LabelsConverter implements ITypeConverter<LabelContents> {
  @Override
  public LabelContents convert(String value) {
    return Arrays.stream(LabelContents.values())
        .filter(contents -> word(contents).equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + value
                        + "' is none of "
                        + Arrays.stream(LabelContents.values())
                            .map(LabelsConverter::word)
                            .collect(Collectors.joining(", "))));
  }

  private static String word(LabelContents contents) {
    return contents.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
