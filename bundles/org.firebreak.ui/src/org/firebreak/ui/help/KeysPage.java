package org.firebreak.ui.help;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

/** The keyboard shortcuts as they are now, after what the user has changed. */
final class KeysPage {
  private static final String OURS = "org.firebreak.";
  private static final String EDIT = "org.eclipse.ui.edit.";
  private static final String FILE = "org.eclipse.ui.file.";
  private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";

  private KeysPage() {}

  static GuidePage make() {
    Map<String, Map<String, TreeSet<String>>> groups = new TreeMap<>();
    IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
    for (Binding binding : bindings.getBindings()) {
      ParameterizedCommand command = binding.getParameterizedCommand();
      if (command == null || !isActive(binding, bindings)) {
        continue;
      }
      try {
        String group = group(command);
        if (group != null) {
          groups
              .computeIfAbsent(group, key -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
              .computeIfAbsent(name(command), key -> new TreeSet<>())
              .add(binding.getTriggerSequence().format());
        }
      } catch (NotDefinedException e) {
        ILog.of(KeysPage.class).info("A shortcut is of a command that is gone", e);
      }
    }
    StringBuilder text = new StringBuilder("# Keyboard shortcuts\n\n");
    text.append("They are changed in Window → Preferences → Keys.\n");
    groups.forEach(
        (group, commands) -> {
          text.append("\n## ").append(group).append("\n\n| key | what |\n| --- | --- |\n");
          commands.forEach(
              (name, keys) ->
                  text.append(
                      "| %s | %s |\n"
                          .formatted(
                              keys.stream().map(KeysPage::escape).collect(Collectors.joining(", ")),
                              escape(name))));
        });
    return GuidePage.of(HelpPane.KEYS, text.toString());
  }

  private static boolean isActive(Binding binding, IBindingService bindings) {
    return binding
            .getTriggerSequence()
            .equals(bindings.getBestActiveBindingFor(binding.getParameterizedCommand()))
        || binding.getSchemeId().startsWith(OURS);
  }

  private static String group(ParameterizedCommand command) {
    String id = command.getId();
    if (id.equals(SHOW_VIEW)) {
      return command.getParameterMap().isEmpty() ? null : "Views";
    }
    if (id.startsWith(EDIT) || id.startsWith(FILE)) {
      return id.startsWith(EDIT) ? "Edit" : "File";
    }
    return id.startsWith(OURS) ? "Design and diagram" : null;
  }

  private static String name(ParameterizedCommand command) throws NotDefinedException {
    return command.getId().equals(SHOW_VIEW) ? command.getName() : command.getCommand().getName();
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
