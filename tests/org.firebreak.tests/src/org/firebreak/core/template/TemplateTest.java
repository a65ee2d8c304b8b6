package org.firebreak.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.io.DesignFile;
import org.firebreak.report.diagram.PictureScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {

  @ParameterizedTest
  @EnumSource(Template.class)
  void validatesWithoutErrorsAndWarnings(Template template) {
    Design design = template.create("shop");
    CompiledPolicy policy = PolicyCompiler.compile(design, CompileOptions.today());
    assertThat(
            ValidationRules.validate(design, policy, ValidationProfile.BASELINE, Progress.NONE)
                .findings())
        .filteredOn(finding -> finding.severity() != FindingSeverity.INFO)
        .extracting(Finding::message)
        .isEmpty();
    assertThat(policy.servers()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void hasWhatADesignConsistsOf(Template template) {
    Design design = template.create("shop");
    assertThat(design.getName()).isEqualTo("shop");
    assertThat(design.getZones()).hasSizeGreaterThan(2);
    assertThat(design.getFlows()).hasSizeGreaterThan(6);
    assertThat(design.getEnforcementPoints()).isNotEmpty();
    assertThat(design.getTripwires()).isNotEmpty();
    assertThat(DesignFile.toBytes(design)).isNotEmpty();
    assertThat(Template.of(template.id())).contains(template);
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void itsDiagramShowsAllFlows(Template template) {
    Design design = template.create("shop");
    var options = PictureScene.options(PolicyCompiler.compile(design, CompileOptions.today()));
    Diagram diagram = PictureScene.overview(design, options);
    assertThat(
            PictureScene.of(diagram, options).lines().stream()
                .flatMap(line -> line.flowIds().stream())
                .distinct())
        .hasSameSizeAs(design.getFlows());
  }
}
