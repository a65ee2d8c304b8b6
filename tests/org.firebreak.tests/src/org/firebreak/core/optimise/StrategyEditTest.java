package org.firebreak.core.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyEditTest {
  private final Design design = RandomGroups.of(1, 6, 10);
  private final ServerGroup first = design.getGroups().get(0);
  private final ServerGroup inZone = design.getZones().get(0).getGroups().get(0);
  private final List<ElementRef> both = List.of(ElementRef.of(first), ElementRef.of(inZone));

  /** Holds the edit to exact undo and redo in one step, and leaves it done. */
  private void assertUndoable(Consumer<ModelEdit> change) {
    ModelEdit edit = new ModelEdit(design);
    byte[] before = DesignFile.toBytes(design);
    change.accept(edit);
    byte[] after = DesignFile.toBytes(design);
    assertThat(after).isNotEqualTo(before);
    edit.undo();
    assertThat(edit.canUndo()).isFalse();
    assertThat(DesignFile.toBytes(design)).isEqualTo(before);
    edit.redo();
    assertThat(DesignFile.toBytes(design)).isEqualTo(after);
  }

  @Test
  void appliedChoiceIsUndoneExactly() {
    design.getStrategy().getMicroEndpoints().add(design.getZones().get(0));

    assertUndoable(edit -> StrategyEdit.apply(edit, both));

    assertThat(design.getStrategy().getKind()).isEqualTo(StrategyKind.HYBRID);
    assertThat(design.getStrategy().getMicroEndpoints()).containsExactly(first, inZone);
  }

  @Test
  void savedVariantIsUndoneExactlyAndReplacedByName() {
    StrategyKind own = design.getStrategy().getKind();
    assertUndoable(edit -> StrategyEdit.saveAs(edit, "Cheap", both));
    assertUndoable(edit -> StrategyEdit.saveAs(edit, "Cheap", both.subList(0, 1)));

    assertThat(design.getStrategy().getKind()).isEqualTo(own);
    assertThat(design.getStrategyVariants()).hasSize(1);
    assertThat(design.getStrategyVariants().get(0).getKind()).isEqualTo(StrategyKind.HYBRID);
    assertThat(design.getStrategyVariants().get(0).getMicroEndpoints()).containsExactly(first);
  }

  @Test
  void kindIsNoNameOfAVariant() {
    ModelEdit edit = new ModelEdit(design);

    assertThatThrownBy(() -> StrategyEdit.saveAs(edit, "Micro", both))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Micro");
    assertThat(edit.canUndo()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u001b[31mb", "a\u0085b"})
  void controlCharacterIsNoPartOfAName(String name) {
    ModelEdit edit = new ModelEdit(design);

    assertThatThrownBy(() -> StrategyEdit.saveAs(edit, name, both))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(edit.canUndo()).isFalse();
  }

  @Test
  void groupThatIsGoneIsNamed() {
    design.getGroups().remove(first);
    ModelEdit edit = new ModelEdit(design);

    assertThatThrownBy(() -> StrategyEdit.apply(edit, both))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(first.getName());
    assertThat(edit.canUndo()).isFalse();
  }
}
