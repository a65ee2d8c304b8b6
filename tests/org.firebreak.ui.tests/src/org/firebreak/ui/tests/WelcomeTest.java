package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.firebreak.diagram.DesignDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WelcomeTest {
  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void sampleOpensAsACopyInTheWorkspaceAndTheWelcomePageMakesRoom() {
    Ui.command("org.eclipse.ui.help.quickStartAction", Map.of());
    Canvas card =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Canvas.class,
            "the card of the lab shop",
            canvas -> "Lab shop".equals(canvas.getToolTipText()));
    hands.click(card);
    DesignDocument document = Designs.shown();
    assertThat(document.name()).isEqualTo("lab-shop.firebreak");
    Path workspace = Ui.get(() -> Path.of(Platform.getInstanceLocation().getURL().toURI()));
    assertThat(document.file().startsWith(workspace)).isTrue();
    Ui.until(
        "the welcome page is gone",
        () -> {
          IIntroManager manager = PlatformUI.getWorkbench().getIntroManager();
          return manager.getIntro() == null;
        });
  }
}
