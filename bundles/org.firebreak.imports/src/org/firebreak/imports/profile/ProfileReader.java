package org.firebreak.imports.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.facts.NamePattern;
import org.firebreak.core.validation.facts.NamedKind;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.imports.profile.PlacedJson.Field;
import org.firebreak.imports.profile.PlacedJson.Value;

/** Makes a profile of a file: the one that it extends, with what the file says instead. */
final class ProfileReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "extends",
          "thresholds",
          "disabled",
          "enabled",
          "severities",
          "needs",
          "naming",
          "platforms",
          "reasons");
  static final List<String> KINDS = Arrays.stream(NamedKind.values()).map(NamedKind::key).toList();

  /** Finds the profile that a file extends. */
  @FunctionalInterface
  interface Bases {
    ValidationProfile find(String name, Value from) throws ProfileException;
  }

  private final ProfileFields fields;
  private final Map<String, Field> top;

  private ProfileReader(ProfileFields fields, Map<String, Field> top) {
    this.fields = fields;
    this.top = top;
  }

  /**
   * Reads a profile.
   *
   * @param file name for messages
   * @param name of the profile if the text gives none
   */
  static ValidationProfile read(String text, String file, String name, Bases bases)
      throws ProfileException {
    ProfileFields fields = new ProfileFields(file);
    Map<String, Field> top = fields.object(PlacedJson.read(text, file), "the profile", KEYS);
    return new ProfileReader(fields, top).profile(name, bases);
  }

  private ValidationProfile profile(String standardName, Bases bases) throws ProfileException {
    ValidationProfile base = ValidationProfile.BASELINE;
    if (top.containsKey("extends")) {
      Value from = top.get("extends").value();
      base = bases.find(fields.text(from, "extends"), from);
    }
    String name = top.containsKey("name") ? fields.name(top.get("name").value()) : standardName;
    checkTexts();
    return new ValidationProfile(
        name,
        thresholds(base),
        disabled(base),
        severities(base),
        needs(base),
        naming(base),
        platforms(base));
  }

  /** What only people read must at least be text. */
  private void checkTexts() throws ProfileException {
    if (top.containsKey("description")) {
      fields.text(top.get("description").value(), "description");
    }
    for (Field reason : fields("reasons")) {
      fields.text(reason.value(), "reasons." + reason.name());
    }
  }

  private Iterable<Field> fields(String key) throws ProfileException {
    return top.containsKey(key)
        ? fields.object(top.get(key).value(), key, null).values()
        : List.of();
  }

  private List<Value> list(String key) throws ProfileException {
    return top.containsKey(key) ? fields.list(top.get(key).value(), key) : List.of();
  }

  private Map<Threshold, Integer> thresholds(ValidationProfile base) throws ProfileException {
    Map<Threshold, Integer> limits = new EnumMap<>(Threshold.class);
    limits.putAll(base.limits());
    Map<String, Threshold> byKey = new LinkedHashMap<>();
    Arrays.stream(Threshold.values()).forEach(each -> byKey.put(each.key(), each));
    for (Field field : fields("thresholds")) {
      String place = "thresholds." + field.name();
      Threshold threshold = byKey.get(field.name());
      if (threshold == null) {
        throw fields.refuse(
            field, place, NearName.message("threshold", field.name(), byKey.keySet()));
      }
      if (!(field.value().content() instanceof Integer number)) {
        throw fields.refuse(field.value(), place, "not a whole number; write one without quotes");
      }
      try {
        limits.put(threshold, threshold.check(number));
      } catch (IllegalArgumentException e) {
        throw fields.refuse(field.value(), place, e.getMessage());
      }
    }
    return limits;
  }

  private Set<String> disabled(ValidationProfile base) throws ProfileException {
    Set<String> rules = new TreeSet<>(base.disabled());
    Set<String> out = new LinkedHashSet<>();
    for (Value value : list("disabled")) {
      out.add(rule(value, "disabled"));
    }
    rules.addAll(out);
    for (Value value : list("enabled")) {
      String rule = rule(value, "enabled");
      if (out.contains(rule)) {
        throw fields.refuse(value, "enabled", rule + " is disabled too; remove it from one list");
      }
      rules.remove(rule);
    }
    return rules;
  }

  private String rule(Value value, String place) throws ProfileException {
    String id = fields.text(value, place);
    return rule(id, () -> fields.refuse(value, place, noRule(id)));
  }

  /** A refusal, made only if it is needed. */
  private interface Refusal {
    ProfileException make();
  }

  private static String rule(String id, Refusal refusal) throws ProfileException {
    return ValidationRules.byId(id).orElseThrow(refusal::make).info().id();
  }

  private static String noRule(String id) {
    List<String> ids = ValidationRules.all().stream().map(rule -> rule.info().id()).toList();
    String mend = NearName.mend(id, ids);
    return "there is no rule '"
        + id
        + "'; "
        + (mend.startsWith("possible") ? "firebreak rules lists them" : mend);
  }

  private Map<String, FindingSeverity> severities(ValidationProfile base) throws ProfileException {
    Map<String, FindingSeverity> severities = new TreeMap<>(base.severities());
    for (Field field : fields("severities")) {
      String place = "severities." + field.name();
      String rule = rule(field.name(), () -> fields.refuse(field, place, noRule(field.name())));
      if (field.value().content() == null) {
        severities.remove(rule);
      } else {
        severities.put(rule, fields.severity(field.value(), place));
      }
    }
    return severities;
  }

  private List<RoleNeed> needs(ValidationProfile base) throws ProfileException {
    Map<String, RoleNeed> needs = new LinkedHashMap<>();
    base.needs().forEach(need -> needs.put(need.id(), need));
    for (Field field : fields("needs")) {
      if (field.value().content() != null) {
        needs.put(field.name(), NeedReader.read(field, fields));
      } else if (needs.remove(field.name()) == null) {
        throw fields.refuse(
            field,
            "needs." + field.name(),
            NearName.message("need to remove", field.name(), needs.keySet()));
      }
    }
    return new ArrayList<>(needs.values());
  }

  private Map<String, Pattern> naming(ValidationProfile base) throws ProfileException {
    Map<String, Pattern> naming = new TreeMap<>(base.naming());
    for (Field field : fields("naming")) {
      String place = "naming." + field.name();
      if (!KINDS.contains(field.name())) {
        throw fields.refuse(field, place, NearName.message("kind of element", field.name(), KINDS));
      }
      if (field.value().content() == null) {
        naming.remove(field.name());
        continue;
      }
      try {
        naming.put(field.name(), NamePattern.compile(fields.text(field.value(), place)));
      } catch (IllegalArgumentException e) {
        throw fields.refuse(field.value(), place, e.getMessage());
      }
    }
    return naming;
  }

  private Set<String> platforms(ValidationProfile base) throws ProfileException {
    if (!top.containsKey("platforms")) {
      return base.platforms();
    }
    Set<String> platforms = new TreeSet<>();
    for (Value value : list("platforms")) {
      platforms.add(fields.text(value, "platforms"));
    }
    return platforms;
  }
}
