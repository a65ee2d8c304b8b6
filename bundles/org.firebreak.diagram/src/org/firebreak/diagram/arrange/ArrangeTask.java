package org.firebreak.diagram.arrange;

import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;

/** Lays the diagram out in a job; one undoable step when it is done. */
public final class ArrangeTask implements DiagramTask {
  @Override
  public void run(DiagramContext context) {
    Design design = context.design();
    Diagram diagram = context.diagram();
    Arrangement arrangement = Arrangement.of(design, diagram, context.canvas().live().options());
    new LayoutJob<>(
            "Arranging the diagram",
            context.canvas().control().getDisplay(),
            arrangement::compute,
            result -> {
              if (diagram.eContainer() == design) {
                context.edit().run("Arrange", () -> Arrangement.apply(result, design, diagram));
                if (!context.canvas().control().isDisposed()) {
                  context.canvas().zoom().fit();
                }
              }
            })
        .schedule();
  }
}
