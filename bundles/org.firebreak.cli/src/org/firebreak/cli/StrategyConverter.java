package org.firebreak.cli;

import java.util.Locale;
import org.firebreak.model.StrategyKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Segmentation strategies as words. */
final class StrategyConverter implements ITypeConverter<StrategyKind> {
  @Override
  public StrategyKind convert(String value) {
    StrategyKind kind = StrategyKind.get(value.toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw new TypeConversionException("'" + value + "' is not group, micro or hybrid");
    }
    return kind;
  }
}
