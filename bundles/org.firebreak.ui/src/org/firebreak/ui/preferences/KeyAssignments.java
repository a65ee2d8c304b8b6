package org.firebreak.ui.preferences;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeyBinding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.SWT;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

/** Which keys start which commands, and the changes to that, until they are stored. */
final class KeyAssignments {
  private static final String ANYWHERE = "org.eclipse.ui.contexts.window";
  private static final String OURS = "org.firebreak.";
  private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";

  /** Commands of the workbench that our menus offer. */
  private static final Set<String> WORKBENCH =
      Set.of(
          "org.eclipse.ui.edit.undo",
          "org.eclipse.ui.edit.redo",
          "org.eclipse.ui.edit.cut",
          "org.eclipse.ui.edit.copy",
          "org.eclipse.ui.edit.paste",
          "org.eclipse.ui.edit.delete",
          "org.eclipse.ui.edit.selectAll",
          "org.eclipse.ui.edit.findReplace",
          "org.eclipse.ui.edit.rename",
          "org.eclipse.ui.file.save",
          "org.eclipse.ui.file.saveAs",
          "org.eclipse.ui.file.saveAll",
          "org.eclipse.ui.file.close",
          "org.eclipse.ui.file.closeAll",
          "org.eclipse.ui.file.print",
          "org.eclipse.ui.file.exit",
          "org.eclipse.ui.window.preferences",
          "org.eclipse.ui.window.fullscreenmode",
          "org.eclipse.ui.window.showKeyAssist",
          SHOW_VIEW);

  private final IBindingService service;
  private final List<Binding> bindings;
  private final Map<String, ParameterizedCommand> commands = new LinkedHashMap<>();

  KeyAssignments(IServiceLocator workbench) {
    service = workbench.getService(IBindingService.class);
    bindings = new ArrayList<>(Arrays.asList(service.getBindings()));
    ICommandService all = workbench.getService(ICommandService.class);
    for (Command command : all.getDefinedCommands()) {
      if (isShown(command)) {
        add(new ParameterizedCommand(command, null));
      }
    }
    for (Binding binding : bindings) {
      ParameterizedCommand command = binding.getParameterizedCommand();
      if (command != null && isOffered(command) && !command.getParameterMap().isEmpty()) {
        add(command);
      }
    }
  }

  /** The commands by name. */
  List<ParameterizedCommand> commands() {
    return commands.values().stream()
        .sorted(Comparator.comparing(KeyAssignments::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  static String name(ParameterizedCommand command) {
    try {
      return command.getName();
    } catch (NotDefinedException e) {
      // Its bundle has gone while the page is open.
      return command.getId();
    }
  }

  /** The keys of a command; none is possible. */
  List<KeySequence> keys(ParameterizedCommand command) {
    return active(command).stream()
        .map(binding -> (KeySequence) binding.getTriggerSequence())
        .distinct()
        .toList();
  }

  /** The command that has a key where the other would have it; {@code null} if none has. */
  ParameterizedCommand holder(KeySequence key, ParameterizedCommand other) {
    for (ParameterizedCommand each : commands.values()) {
      if (!each.equals(other) && keys(each).contains(key)) {
        return each;
      }
    }
    return null;
  }

  /** The key, or none if it is empty, becomes the only one of a command; another loses it. */
  void assign(ParameterizedCommand command, KeySequence key) {
    String context = ANYWHERE;
    for (Binding old : active(command)) {
      context = old.getContextId();
      release(old);
    }
    if (key.isEmpty()) {
      return;
    }
    for (ParameterizedCommand each : commands.values()) {
      active(each).stream()
          .filter(binding -> key.equals(binding.getTriggerSequence()))
          .toList()
          .forEach(this::release);
    }
    bindings.removeIf(
        binding ->
            binding.getType() == Binding.USER
                && binding.getParameterizedCommand() == null
                && key.equals(binding.getTriggerSequence()));
    bindings.add(binding(key, command, context));
  }

  /** All commands have the keys that Firebreak comes with. */
  void restore() {
    bindings.removeIf(binding -> binding.getType() == Binding.USER);
  }

  void store() throws IOException {
    service.savePreferences(service.getActiveScheme(), bindings.toArray(Binding[]::new));
  }

  private void release(Binding binding) {
    if (binding.getType() == Binding.USER) {
      bindings.remove(binding);
    } else {
      bindings.add(
          new KeyBinding(
              (KeySequence) binding.getTriggerSequence(),
              null,
              binding.getSchemeId(),
              binding.getContextId(),
              binding.getLocale(),
              binding.getPlatform(),
              null,
              Binding.USER));
    }
  }

  private KeyBinding binding(KeySequence key, ParameterizedCommand command, String context) {
    return new KeyBinding(
        key, command, service.getActiveScheme().getId(), context, null, null, null, Binding.USER);
  }

  private List<Binding> active(ParameterizedCommand command) {
    return bindings.stream()
        .filter(binding -> command.equals(binding.getParameterizedCommand()))
        .filter(binding -> binding.getTriggerSequence() instanceof KeySequence)
        .filter(binding -> onThisPlatform(binding) && !isReleased(binding))
        .toList();
  }

  private boolean isReleased(Binding binding) {
    return binding.getType() == Binding.SYSTEM
        && bindings.stream()
            .anyMatch(
                other ->
                    other.getType() == Binding.USER
                        && other.getParameterizedCommand() == null
                        && other.getTriggerSequence().equals(binding.getTriggerSequence())
                        && other.getContextId().equals(binding.getContextId()));
  }

  private static boolean onThisPlatform(Binding binding) {
    String platform = binding.getPlatform();
    return platform == null || platform.equals(SWT.getPlatform());
  }

  private void add(ParameterizedCommand command) {
    commands.put(command.serialize(), command);
  }

  private static boolean isShown(Command command) {
    try {
      boolean needsParameter =
          command.getParameters() != null
              && Arrays.stream(command.getParameters()).anyMatch(each -> !each.isOptional());
      return !needsParameter
          && !command.getId().equals(SHOW_VIEW)
          && (command.getId().startsWith(OURS) || WORKBENCH.contains(command.getId()));
    } catch (NotDefinedException e) {
      return false;
    }
  }

  private static boolean isOffered(ParameterizedCommand command) {
    String view = (String) command.getParameterMap().get(SHOW_VIEW + ".viewId");
    boolean ours = view == null || view.startsWith(OURS) || view.endsWith("ContentOutline");
    return ours && (command.getId().startsWith(OURS) || WORKBENCH.contains(command.getId()));
  }
}
