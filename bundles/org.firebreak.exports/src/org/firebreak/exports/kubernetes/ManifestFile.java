package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.PlainText;

/** A file of YAML documents, one object of Kubernetes each. */
public final class ManifestFile implements Closeable {
  /** Marks objects as ours. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  public static final String OWNER = "firebreak";

  /** Bytes of JSON that etcd takes by default: 1.5 MiB. */
  private static final Limit SIZE = Limit.hard("bytes of an object", 3L << 19);

  /** Of all annotations of an object; Kubernetes takes 256 KiB with those of others. */
  private static final int ANNOTATIONS = 200_000;

  private static final int LEAST_NOTE = 40;
  private static final int NAME = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectMapper yaml =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());
  private final ExportFile file;
  private final ExportSink sink;

  private ManifestFile(ExportFile file, ExportSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /** Opens a file and says at its head what it is. */
  public static ManifestFile open(
      ExportSink sink, String path, String title, RoutingDomain domain, ExportRequest request)
      throws IOException {
    ManifestFile manifest = open(sink, path, title);
    ExportFile file = manifest.file;
    file.write("# ").write(title);
    if (domain != null) {
      file.write(
          domain.isShared()
              ? ", servers without a tenant"
              : ", tenant " + PlainText.oneLine(domain.name(), NAME));
    }
    file.write(".\n# Design ").write(PlainText.oneLine(request.policy().design().name(), NAME));
    if (request.policy().revision() != null) {
      file.write(", revision ").write(PlainText.oneLine(request.policy().revision(), 60));
    }
    file.write(", strategy ").write(request.policy().strategy().getLiteral());
    file.write(", evaluated on ").write(request.policy().evaluationDate().toString());
    file.write(".\n# Written by Firebreak ").write(request.toolVersion());
    file.write("; apply it with kubectl apply --server-side.\n");
    return manifest;
  }

  /** Opens a file without a head. */
  public static ManifestFile open(ExportSink sink, String path, String description)
      throws IOException {
    return new ManifestFile(sink.open(path, description), sink);
  }

  /**
   * Appends an object.
   *
   * @throws org.firebreak.exports.ExportException if it is larger than clusters store
   */
  public void add(JsonNode object) throws IOException {
    byte[] text = yaml.writeValueAsBytes(object);
    if (SIZE.isExceededBy(text.length)) {
      JsonNode metadata = object.path("metadata");
      SIZE.require(
          "Kubernetes",
          object.path("kind").asText()
              + " "
              + (metadata.has("namespace") ? metadata.path("namespace").asText() + "/" : "")
              + metadata.path("name").asText(),
          JSON.writeValueAsBytes(object).length,
          "Name fewer, larger blocks in the external networks of its flows.");
    }
    file.write(text);
    sink.made(Limit.none("objects of kind " + object.path("kind").asText()), 1);
  }

  /** The file itself, for provenance. */
  public ExportFile file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /**
   * An object with its mark of ownership and, until the caller adds it, no spec.
   *
   * @param namespace {@code null} for objects of the whole cluster
   */
  public static ObjectNode object(String apiVersion, String kind, String namespace, String name) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    ObjectNode metadata = object.putObject("metadata");
    metadata.put("name", name);
    if (namespace != null) {
      metadata.put("namespace", namespace);
    }
    metadata.putObject("labels").put(MANAGED_BY, OWNER);
    return object;
  }

  /** Notes in the metadata from which rule set an object comes. */
  public static void mark(ObjectNode object, RuleSet set, KubernetesSettings settings) {
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    metadata.withObjectProperty("labels").put(settings.key("rule-set"), set.id());
    ObjectNode annotations = metadata.withObjectProperty("annotations");
    annotations.put(settings.key("rule-set-name"), PlainText.oneLine(set.name(), NAME));
    annotations.put(settings.key("enforcement-point"), PlainText.oneLine(pointOf(set), NAME));
  }

  private static String pointOf(RuleSet set) {
    return set.enforcementPoint().name() + " (" + set.enforcementPoint().id() + ")";
  }

  /**
   * Notes in the metadata what rules are for; notes are cut, and at last left out, where an object
   * has so many rules that Kubernetes would refuse its annotations.
   *
   * @param notes text by id of the rule
   */
  public static void annotate(
      ObjectNode object, Map<String, String> notes, KubernetesSettings settings) {
    notes.forEach(
        (rule, text) -> {
          int room = ANNOTATIONS / notes.size() - settings.key(rule).length();
          if (room >= LEAST_NOTE) {
            annotate(object, rule, PlainText.oneLine(text, room), settings);
          }
        });
  }

  /** Notes in the metadata what a rule is for. */
  public static void annotate(
      ObjectNode object, String ruleId, String text, KubernetesSettings settings) {
    object
        .withObjectProperty("metadata")
        .withObjectProperty("annotations")
        .put(settings.key(ruleId), text);
  }
}
