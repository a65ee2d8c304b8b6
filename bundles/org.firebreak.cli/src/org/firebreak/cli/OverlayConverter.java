package org.firebreak.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code throughput} or {@code blast-radius}. */
final class OverlayConverter implements ITypeConverter<PictureOverlay> {
  @Override
  public PictureOverlay convert(String value) {
    return Arrays.stream(PictureOverlay.values())
        .filter(overlay -> overlay.toString().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected "
                        + Arrays.stream(PictureOverlay.values())
                            .map(PictureOverlay::toString)
                            .collect(Collectors.joining(", "))
                        + " but was '"
                        + value
                        + "'"));
  }
}
