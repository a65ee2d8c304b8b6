package org.firebreak.exports.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.CompileSettings;

/** The {@code manifest.json} of a bundle: what it holds, what that came from, what is missing. */
final class ManifestFile {
  private static final String NAME = BundleManifest.NAME;
  private static final String FORMAT_KEY = "firebreakBundle";
  private static final int FORMAT = BundleManifest.FORMAT;

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final JsonGenerator json;
  private final DefaultPrettyPrinter printer;

  private ManifestFile(JsonGenerator json, DefaultPrettyPrinter printer) {
    this.json = json;
    this.printer = printer;
  }

  static void write(Path folder, BundleRequest request, ExportReport report) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(LINES);
    printer.indentArraysWith(LINES);
    try (OutputStream out = Files.newOutputStream(folder.resolve(NAME));
        JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(printer)) {
      new ManifestFile(json, printer).write(request, report);
      json.writeRaw('\n');
    }
  }

  /** The paths that the manifest of a bundle lists; empty if the folder holds no bundle. */
  static Optional<List<String>> paths(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(file.toFile());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return Optional.empty();
    }
    if (manifest == null || !manifest.path(FORMAT_KEY).isInt()) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>();
    for (JsonNode platform : manifest.path("platforms")) {
      for (JsonNode entry : platform.path("files")) {
        paths.add(entry.path("path").asText());
      }
    }
    for (JsonNode entry : manifest.path("changes").path("files")) {
      paths.add(entry.path("path").asText());
    }
    return Optional.of(paths);
  }

  private void write(BundleRequest request, ExportReport report) throws IOException {
    CompiledPolicy policy = request.policy();
    json.writeStartObject();
    json.writeNumberField(FORMAT_KEY, FORMAT);
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "Firebreak");
    json.writeStringField("version", ToolVersion.CURRENT);
    json.writeEndObject();
    json.writeObjectFieldStart("design");
    json.writeStringField("id", policy.design().id());
    json.writeStringField("name", policy.design().name());
    json.writeStringField("revision", policy.revision());
    if (request.designDigest() != null) {
      json.writeStringField("digest", request.designDigest());
    }
    json.writeEndObject();
    CompileSettings.write(json, policy);
    StatelessAcl acl = StatelessAcl.of(policy);
    json.writeNumberField("statelessAclEntries", acl.entries());
    json.writeStringField("statelessAclWarning", acl.warning());
    json.writeArrayFieldStart("platforms");
    for (ExportReport.Platform platform : report.platforms()) {
      write(platform);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unenforced");
    for (Limitation limitation : report.unenforced()) {
      write(limitation);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("designNotes");
    for (PolicyNote note : report.notes()) {
      json.writeStartObject();
      json.writeStringField("code", note.code().name().toLowerCase(Locale.ROOT));
      json.writeStringField("message", note.message());
      write("elements", note.elements());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (report.changes() != null) {
      write(report.changes());
    }
    json.writeEndObject();
  }

  private void write(ChangeSet changes) throws IOException {
    json.writeObjectFieldStart("changes");
    json.writeStringField("previous", changes.from());
    json.writeStringField("summary", changes.difference().summary());
    json.writeArrayFieldStart("limitations");
    for (Limitation limitation : changes.limitations()) {
      write(limitation);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (BundleFile file : changes.files()) {
      write(file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ExportReport.Platform platform) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", platform.exporter().id());
    json.writeStringField("title", platform.exporter().title());
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, String> option : platform.options().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("limitations");
    for (Limitation limitation : platform.limitations()) {
      write(limitation);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("objects");
    for (ObjectUse use : platform.uses()) {
      write(use);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (BundleFile file : platform.files()) {
      write(file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ObjectUse use) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", use.objects());
    json.writeNumberField("count", use.count());
    if (use.limit() > 0) {
      json.writeNumberField("limit", use.limit());
    }
    if (use.of().recommended()) {
      json.writeBooleanField("recommended", true);
    }
    json.writeEndObject();
  }

  private void write(Limitation limitation) throws IOException {
    json.writeStartObject();
    json.writeStringField("effect", limitation.effect().name().toLowerCase(Locale.ROOT));
    json.writeStringField("reason", limitation.reason());
    if (!limitation.logging().isEmpty()) {
      json.writeArrayFieldStart("logging");
      for (Limitation.Logging logging : limitation.logging()) {
        json.writeString(logging.name().toLowerCase(Locale.ROOT));
      }
      json.writeEndArray();
    }
    if (limitation.ruleSet() != null) {
      json.writeStringField("ruleSet", limitation.ruleSet());
    }
    if (limitation.rule() != null) {
      json.writeStringField("rule", limitation.rule());
    }
    write("elements", limitation.elements());
    json.writeEndObject();
  }

  private void write(BundleFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeStringField("description", file.description());
    json.writeNumberField("size", file.size());
    json.writeStringField("sha256", file.sha256());
    json.writeArrayFieldStart("rules");
    for (BundleFile.RuleEntry rule : file.rules()) {
      write(rule);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** One line a rule: there may be a hundred thousand. */
  private void write(BundleFile.RuleEntry rule) throws IOException {
    printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    if (!rule.name().equals(rule.id())) {
      json.writeStringField("name", rule.name());
    }
    json.writeStringField("kind", rule.kind().name().toLowerCase(Locale.ROOT));
    printer.indentArraysWith(DefaultPrettyPrinter.NopIndenter.instance);
    write("origins", rule.origins());
    printer.indentArraysWith(LINES);
    json.writeEndObject();
    printer.indentObjectsWith(LINES);
  }

  private void write(String field, List<ElementRef> elements) throws IOException {
    json.writeArrayFieldStart(field);
    for (ElementRef element : elements) {
      json.writeStartObject();
      json.writeStringField("id", element.id());
      json.writeStringField("type", element.type());
      json.writeStringField("name", element.name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
