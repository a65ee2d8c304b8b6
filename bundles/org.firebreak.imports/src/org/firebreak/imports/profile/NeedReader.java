package org.firebreak.imports.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.imports.profile.PlacedJson.Field;
import org.firebreak.imports.profile.PlacedJson.Value;

/** Reads what servers of a role or an operating system need. */
final class NeedReader {
  static final List<String> KEYS =
      List.of("title", "roles", "operatingSystems", "end", "services", "severity");
  private static final List<String> ENDS = List.of("client", "server", "either");

  private NeedReader() {}

  static RoleNeed read(Field field, ProfileFields fields) throws ProfileException {
    String place = "needs." + field.name();
    if (!field.name().matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw fields.refuse(
          field, place, "an identifier is lower-case letters, digits and hyphens, as in time-sync");
    }
    Map<String, Field> need = fields.object(field.value(), place, KEYS);
    Set<String> services = services(need, field, place, fields);
    return new RoleNeed(
        field.name(),
        need.containsKey("title")
            ? fields.text(need.get("title").value(), place + ".title")
            : field.name(),
        lower(texts(need, "roles", place, fields)),
        lower(texts(need, "operatingSystems", place, fields)),
        end(need, place, fields),
        List.copyOf(services),
        need.containsKey("severity")
            ? fields.severity(need.get("severity").value(), place + ".severity")
            : FindingSeverity.WARNING);
  }

  private static Set<String> services(
      Map<String, Field> need, Field field, String place, ProfileFields fields)
      throws ProfileException {
    if (texts(need, "services", place, fields).isEmpty()) {
      throw fields.refuse(
          field, place, "has no services; add for instance \"services\": [\"udp/123\"]");
    }
    String inside = place + ".services";
    Set<String> services = new LinkedHashSet<>();
    for (Value value : fields.list(need.get("services").value(), inside)) {
      String service = fields.text(value, inside);
      try {
        new RoleNeed(
            field.name(),
            service,
            Set.of(),
            Set.of(),
            RoleNeed.End.CLIENT,
            List.of(service),
            FindingSeverity.INFO);
      } catch (IllegalArgumentException e) {
        throw fields.refuse(value, inside, e.getMessage());
      }
      services.add(service);
    }
    return services;
  }

  private static RoleNeed.End end(Map<String, Field> need, String place, ProfileFields fields)
      throws ProfileException {
    if (!need.containsKey("end")) {
      return RoleNeed.End.CLIENT;
    }
    Value value = need.get("end").value();
    String end = fields.text(value, place + ".end");
    if (!ENDS.contains(end)) {
      throw fields.refuse(value, place + ".end", NearName.message("end", end, ENDS));
    }
    return RoleNeed.End.valueOf(end.toUpperCase(Locale.ROOT));
  }

  private static Set<String> texts(
      Map<String, Field> need, String key, String place, ProfileFields fields)
      throws ProfileException {
    Set<String> texts = new LinkedHashSet<>();
    if (need.containsKey(key)) {
      for (Value value : fields.list(need.get(key).value(), place + "." + key)) {
        texts.add(fields.text(value, place + "." + key));
      }
    }
    return texts;
  }

  private static Set<String> lower(Set<String> texts) {
    Set<String> lower = new LinkedHashSet<>();
    texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
