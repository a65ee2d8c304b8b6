package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.firebreak.diagram.commands.CreateEdits;
import org.firebreak.diagram.commands.DiagramEdits;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.commands.RenameEdits;
import org.firebreak.diagram.dropping.ShowEdits;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.scene.Box;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/** Random actions of a user on an open diagram; to be called on the UI thread. */
final class MonkeyHand {
  /** Elements from which on the monkey rather takes away than adds. */
  private static final int MANY = 320;

  private static final String[] TASKS = {
    "alignLeft",
    "alignTop",
    "alignMiddle",
    "distributeHorizontally",
    "matchSize",
    "bringToFront",
    "sendToBack",
    "pin",
    "duplicate",
    "toggleCollapse",
    "collapseAll",
    "expandAll",
    "expandToGroups",
    "routeStraight",
    "routeOrthogonal",
    "routeAutomatically",
    "selectConnected",
    "selectSameGroup",
    "focus",
    "focusLess",
    "unfoldFlows"
  };
  private static final String[] SERVICES = {"https", "ssh", "tcp/8000-8010, udp/53", "443", ""};

  private final Editing editing;
  private final Random random;

  MonkeyHand(Editing editing, long seed) {
    this.editing = editing;
    this.random = new Random(seed);
  }

  /** Does something, and says what. */
  String act() {
    boolean full = WholeDesign.size(editing.design()) > MANY;
    select();
    return switch (random.nextInt(24)) {
      case 0, 1 -> full ? task("delete") : create();
      case 2, 3, 4 -> move();
      case 5 -> resize();
      case 6, 7 -> reparent();
      case 8 -> rename();
      case 9, 10 -> full ? task("delete") : connect();
      case 11 -> task("delete");
      case 12 -> task("removeFromDiagram");
      case 13 -> showHidden();
      case 14 -> task("copy");
      case 15 -> full ? task("cut") : task("paste");
      case 16 -> task("cut");
      case 17 -> pasteRows(full);
      case 18 -> undo();
      case 19 -> redo();
      case 20 -> property();
      case 21 -> random.nextInt(8) == 0 ? task("arrange") : bend();
      case 22 -> diagrams();
      default -> task(TASKS[random.nextInt(TASKS.length)]);
    };
  }

  private void select() {
    List<EditPart> parts = parts();
    editing.canvas().viewer().deselectAll();
    for (int i = random.nextInt(4); i > 0 && !parts.isEmpty(); i--) {
      editing.canvas().viewer().appendSelection(parts.get(random.nextInt(parts.size())));
    }
  }

  private List<EditPart> parts() {
    List<EditPart> parts = new ArrayList<>();
    for (Object part : editing.canvas().viewer().getEditPartRegistry().values()) {
      boolean selectable =
          part instanceof GraphicalEditPart each
              && each.isSelectable()
              && each != editing.canvas().viewer().getContents()
              && each.getParent() != null;
      if (selectable) {
        parts.add((EditPart) part);
      }
    }
    // The registry has no order of its own, and the seed shall tell everything.
    List<String> order = new ArrayList<>();
    editing.canvas().live().scene().boxes().forEach(box -> order.add(box.id()));
    editing.canvas().live().lines().forEach(line -> order.add(line.id()));
    parts.removeIf(part -> !order.contains(id(part)));
    parts.sort(java.util.Comparator.comparingInt(part -> order.indexOf(id(part))));
    return parts;
  }

  private static String id(EditPart part) {
    return part.getModel() instanceof Element element
        ? element.getId()
        : part.getModel() instanceof FlowLine line ? line.id() : "";
  }

  private String task(String name) {
    if (DiagramTasks.named(name).isEnabled(editing.context())) {
      editing.task(name);
    }
    return name;
  }

  private String create() {
    NewBox kind = NewBox.values()[random.nextInt(NewBox.values().length)];
    Rect place = new Rect(random.nextInt(900), random.nextInt(700), 0, 0);
    Command command = new CreateEdits(live()).create(kind, box(), place, made -> {});
    editing.context().execute(command);
    return "create " + kind;
  }

  private String move() {
    ChangeBoundsRequest request = new ChangeBoundsRequest(RequestConstants.REQ_MOVE);
    request.setMoveDelta(delta());
    return request(request, "move");
  }

  private String resize() {
    ChangeBoundsRequest request = new ChangeBoundsRequest(RequestConstants.REQ_RESIZE);
    request.setResizeDirection(1 << random.nextInt(5));
    request.setSizeDelta(new Dimension(random.nextInt(200) - 100, random.nextInt(200) - 100));
    return request(request, "resize");
  }

  private String request(ChangeBoundsRequest request, String name) {
    EditPart part = one();
    if (part != null) {
      request.setEditParts(part);
      execute(part.getCommand(request));
    }
    return name;
  }

  private String reparent() {
    EditPart part = one();
    EditPart target = one();
    boolean apart = part != null && target != null && part != target && !isInside(target, part);
    if (apart) {
      ChangeBoundsRequest request = new ChangeBoundsRequest(RequestConstants.REQ_ADD);
      request.setEditParts(part);
      request.setMoveDelta(delta());
      request.setLocation(new org.eclipse.draw2d.geometry.Point(100, 100));
      boolean out = random.nextInt(4) == 0;
      EditPart into = out ? editing.canvas().viewer().getContents() : target;
      execute(into.getCommand(request));
    }
    return "reparent";
  }

  private static boolean isInside(EditPart part, EditPart around) {
    EditPart at = part;
    while (at != null && at != around) {
      at = at.getParent();
    }
    return at != null;
  }

  private String rename() {
    Element element = element(NamedElement.class);
    if (element instanceof Endpoint) {
      execute(new RenameEdits(editing.edit()).rename(element, "name " + random.nextInt(50)));
    }
    return "rename";
  }

  private String connect() {
    Endpoint from = element(Endpoint.class);
    Endpoint to = element(Endpoint.class);
    if (from != null && to != null) {
      String service = SERVICES[random.nextInt(SERVICES.length)];
      execute(new FlowEdits(live()).connect(from, to, service));
    }
    return "connect";
  }

  private String bend() {
    List<FlowLine> lines = editing.context().selectedLines();
    if (!lines.isEmpty()) {
      int x = random.nextInt(900);
      List<Point> corners =
          List.of(new Point(x, 10), new Point(x, random.nextInt(700)), new Point(x + 80, 20));
      execute(new FlowEdits(live()).lay(lines.get(0), corners));
    }
    return "bend";
  }

  private String showHidden() {
    Endpoint endpoint = element(Endpoint.class);
    if (endpoint != null) {
      Point at = new Point(random.nextInt(900), random.nextInt(700));
      execute(new ShowEdits(live()).show(List.of(endpoint), at));
    }
    return "show";
  }

  private String pasteRows(boolean full) {
    if (full) {
      return undo();
    }
    put("monkey-" + random.nextInt(30) + "\t10.77." + random.nextInt(250) + ".9");
    return task("paste") + " rows";
  }

  private static void put(String text) {
    Clipboard clipboard = new Clipboard(UiCondition.display());
    clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  private String undo() {
    for (int i = random.nextInt(4); i >= 0; i--) {
      editing.edit().undo();
    }
    return "undo";
  }

  private String redo() {
    editing.edit().redo();
    return "redo";
  }

  private String property() {
    Server server = element(Server.class);
    if (server != null) {
      Risk risk = Risk.values()[random.nextInt(Risk.values().length)];
      editing.edit().run("Set risk", () -> server.setRisk(risk));
    }
    return "property";
  }

  private String diagrams() {
    DiagramEdits edits = new DiagramEdits(editing.edit());
    List<Diagram> all = editing.design().getDiagrams();
    Diagram shown = editing.context().diagram();
    if (all.size() > 2) {
      edits.delete(all.get(0) == shown ? all.get(1) : all.get(0));
      return "delete diagram";
    }
    edits.duplicate(shown);
    return "duplicate diagram";
  }

  private EditPart one() {
    List<EditPart> parts = parts();
    parts.removeIf(part -> !(part.getModel() instanceof Element));
    return pick(parts);
  }

  private Box box() {
    List<Box> boxes = live().scene().boxes();
    return random.nextInt(4) == 0 ? null : pick(boxes);
  }

  private <T> T element(Class<T> kind) {
    List<T> all = new ArrayList<>();
    for (TreeIterator<EObject> each = editing.design().eAllContents(); each.hasNext(); ) {
      EObject object = each.next();
      if (kind.isInstance(object)) {
        all.add(kind.cast(object));
      }
    }
    return pick(all);
  }

  private <T> T pick(List<T> all) {
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  private org.eclipse.draw2d.geometry.Point delta() {
    Supplier<Integer> far = () -> random.nextInt(400) - 200;
    return new org.eclipse.draw2d.geometry.Point(far.get(), far.get());
  }

  private void execute(Command command) {
    editing.context().execute(command);
  }

  private LiveScene live() {
    return editing.canvas().live();
  }
}
