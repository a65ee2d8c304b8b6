package org.firebreak.cli.sizing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.firebreak.cli.io.Json;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.Rating;
import org.firebreak.core.sizing.units.MemorySize;

/** Appliances as JSON; null is unknown. */
public final class CatalogueJson {
  private CatalogueJson() {}

  /** Writes the whole object. */
  public static void write(OutputStream out, List<Appliance> appliances) throws IOException {
    Json.object(
        out,
        "catalogue",
        json -> {
          json.writeArrayFieldStart("appliances");
          for (Appliance each : appliances) {
            json.writeStartObject();
            json.writeStringField("vendor", each.vendor());
            json.writeStringField("model", each.model());
            json.writeStringField("form", CatalogueText.word(each.form()));
            json.writeStringField("role", CatalogueText.word(each.role()));
            json.writeBooleanField("current", each.current());
            json.writeBooleanField("own", each.own());
            SizingJson.number(
                json, "vcpus", each.vcpus().isPresent() ? each.vcpus().getAsInt() : Double.NaN);
            SizingJson.number(
                json,
                "memoryGigabytes",
                each.memory().map(MemorySize::gigabytes).orElse(Double.NaN));
            json.writeObjectFieldStart("ratings");
            for (Rating rating : Rating.values()) {
              SizingJson.number(
                  json,
                  rating.name().toLowerCase(Locale.ROOT),
                  each.rated(rating).orElse(Double.NaN));
            }
            json.writeEndObject();
            json.writeStringField("method", each.method().text());
            json.writeStringField("confidence", CatalogueText.word(each.confidence()));
            json.writeStringField("sourceDate", each.sourceDate());
            json.writeStringField("source", each.source());
            json.writeStringField("note", each.note());
            json.writeStringField("interfaces", each.interfaces());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
