package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.io.DesignFile;

/** The findings on breadth in a small design, and what their fixes do to it. */
final class BreadthFixture {
  private final CleanDesign shop;

  BreadthFixture(CleanDesign shop) {
    this.shop = shop;
  }

  /** Each finding of the family as {@code FB-103 warning db → web, any}. */
  List<String> findings() {
    return shop.findings().stream().filter(line -> line.startsWith("FB-1")).toList();
  }

  /** The only finding of a rule. */
  Finding only(String rule) {
    List<Finding> found =
        shop.validate().findings().stream().filter(each -> each.rule().equals(rule)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /**
   * Tries each fix of the only finding of a rule on a copy of the design: the finding is gone, no
   * other has come, and undo and redo are exact.
   *
   * @return the labels of the fixes
   */
  List<String> labels(String rule) {
    List<String> labels = new ArrayList<>();
    for (Fix fix : fixes(rule)) {
      labels.add(fix.label());
      tryOn(rule, fix, copy -> {});
    }
    return labels;
  }

  /** Tries the first fix of the only finding of a rule, and looks at the design then. */
  void fixed(String rule, Consumer<Design> look) {
    tryOn(rule, fixes(rule).get(0), look);
  }

  List<Fix> fixes(String rule) {
    ValidationContext context =
        ValidationContext.of(
            shop.design, PolicyCompiler.compile(shop.design, shop.options), shop.profile);
    return Fixes.of(only(rule), context);
  }

  private void tryOn(String rule, Fix fix, Consumer<Design> look) {
    Set<String> before = fingerprints(shop.design);
    Design copy = EcoreUtil.copy(shop.design);
    ModelEdit edit = new ModelEdit(copy);
    String was = text(copy);
    Fixes.apply(edit, fix);
    String is = text(copy);
    assertThat(is).isNotEqualTo(was);
    Set<String> after = fingerprints(copy);
    assertThat(after).doesNotContain(only(rule).fingerprint());
    assertThat(before).as(fix.label()).containsAll(after);
    copy.getDiagrams().stream()
        .flatMap(diagram -> diagram.getConnections().stream())
        .forEach(connection -> assertThat(copy.getFlows()).contains(connection.getFlow()));
    look.accept(copy);
    edit.undo();
    assertThat(text(copy)).isEqualTo(was);
    edit.redo();
    assertThat(text(copy)).isEqualTo(is);
  }

  private Set<String> fingerprints(Design design) {
    return ValidationRules.validate(
            design, PolicyCompiler.compile(design, shop.options), shop.profile, Progress.NONE)
        .findings()
        .stream()
        .map(Finding::fingerprint)
        .collect(Collectors.toSet());
  }

  /** Each flow of a design as {@code approved web → db: tcp/5432}. */
  static List<String> flows(Design design) {
    return design.getFlows().stream().map(BreadthFixture::line).toList();
  }

  private static String line(Flow flow) {
    return flow.getState().getLiteral()
        + " "
        + flow.getSource().getName()
        + " → "
        + flow.getDestination().getName()
        + ": "
        + flow.getServices().stream()
            .map(
                service ->
                    service.getProtocol().getLiteral()
                        + (service.getPorts().isEmpty() ? "" : "/" + service.getPorts()))
            .collect(Collectors.joining(" "));
  }

  private static String text(Design design) {
    return new String(DesignFile.toBytes(design), StandardCharsets.UTF_8);
  }
}
