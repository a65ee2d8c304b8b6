package org.firebreak.imports;

import java.util.Map;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.model.StrategyKind;

/** Requests that differ from another in one thing. */
final class Requests {
  private Requests() {}

  static ImportRequest withGroupPattern(ImportRequest request, String pattern) {
    return new ImportRequest(
        request.inventory(),
        request.flows(),
        request.inventoryFormat(),
        request.flowsFormat(),
        pattern,
        request.strict(),
        request.strategy(),
        request.options(),
        request.limits());
  }

  static ImportRequest withStrict(ImportRequest request, boolean strict) {
    return new ImportRequest(
        request.inventory(),
        request.flows(),
        request.inventoryFormat(),
        request.flowsFormat(),
        request.groupPattern(),
        strict,
        request.strategy(),
        request.options(),
        request.limits());
  }

  static ImportRequest withStrategy(ImportRequest request, StrategyKind kind) {
    return new ImportRequest(
        request.inventory(),
        request.flows(),
        request.inventoryFormat(),
        request.flowsFormat(),
        request.groupPattern(),
        request.strict(),
        kind,
        request.options(),
        request.limits());
  }

  static ImportRequest withFormats(ImportRequest request, String inventory, String flows) {
    return new ImportRequest(
        request.inventory(),
        request.flows(),
        inventory,
        flows,
        request.groupPattern(),
        request.strict(),
        request.strategy(),
        request.options(),
        request.limits());
  }

  static ImportRequest withOptions(ImportRequest request, Map<String, String> options) {
    return new ImportRequest(
        request.inventory(),
        request.flows(),
        request.inventoryFormat(),
        request.flowsFormat(),
        request.groupPattern(),
        request.strict(),
        request.strategy(),
        options,
        request.limits());
  }

  static ImportRequest withLimits(ImportRequest request, InputLimits limits) {
    return new ImportRequest(
        request.inventory(),
        request.flows(),
        request.inventoryFormat(),
        request.flowsFormat(),
        request.groupPattern(),
        request.strict(),
        request.strategy(),
        request.options(),
        limits);
  }
}
