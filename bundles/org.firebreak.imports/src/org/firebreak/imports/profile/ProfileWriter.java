package org.firebreak.imports.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.core.validation.ShippedProfile;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationProfile;

/** Writes profiles as files that {@link ProfileFiles} reads. */
public final class ProfileWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private ProfileWriter(JsonGenerator json) {
    this.json = json;
  }

  /** The whole profile with all limits and needs, so that a team can start from it. */
  public static String text(ValidationProfile profile) {
    return text(profile, "", Map.of());
  }

  /** The same with the reasons that ship with the profile. */
  public static String text(ShippedProfile shipped) {
    return text(shipped.profile(), shipped.description(), shipped.reasons());
  }

  private static String text(
      ValidationProfile profile, String description, Map<String, String> reasons) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
      json.writeStartObject();
      json.writeStringField("name", profile.name());
      if (!description.isEmpty()) {
        json.writeStringField("description", description);
      }
      new ProfileWriter(json).fields(profile);
      if (!reasons.isEmpty()) {
        json.writeObjectFieldStart("reasons");
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
          json.writeStringField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a profile to memory", e);
    }
    return text + "\n";
  }

  private void fields(ValidationProfile profile) throws IOException {
    json.writeStringField("extends", ValidationProfile.BASELINE.name());
    json.writeObjectFieldStart("thresholds");
    for (Threshold threshold : Threshold.values()) {
      json.writeNumberField(threshold.key(), profile.limit(threshold));
    }
    json.writeEndObject();
    texts("disabled", new TreeSet<>(profile.disabled()));
    json.writeObjectFieldStart("severities");
    for (Map.Entry<String, FindingSeverity> each : new TreeMap<>(profile.severities()).entrySet()) {
      json.writeStringField(each.getKey(), each.getValue().label());
    }
    json.writeEndObject();
    needs(profile);
    json.writeObjectFieldStart("naming");
    for (String kind : new TreeSet<>(profile.naming().keySet())) {
      json.writeStringField(kind, profile.naming().get(kind).pattern());
    }
    json.writeEndObject();
    texts("platforms", new TreeSet<>(profile.platforms()));
  }

  private void needs(ValidationProfile profile) throws IOException {
    json.writeObjectFieldStart("needs");
    Set<String> ids = profile.needs().stream().map(RoleNeed::id).collect(Collectors.toSet());
    for (RoleNeed standard : ValidationProfile.BASELINE.needs()) {
      if (!ids.contains(standard.id())) {
        json.writeNullField(standard.id());
      }
    }
    for (RoleNeed need : profile.needs()) {
      json.writeObjectFieldStart(need.id());
      json.writeStringField("title", need.title());
      if (!need.roles().isEmpty()) {
        texts("roles", new TreeSet<>(need.roles()));
      }
      if (!need.operatingSystems().isEmpty()) {
        texts("operatingSystems", new TreeSet<>(need.operatingSystems()));
      }
      json.writeStringField("end", need.end().name().toLowerCase(Locale.ROOT));
      texts("services", need.services());
      json.writeStringField("severity", need.severity().label());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void texts(String field, Collection<String> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
