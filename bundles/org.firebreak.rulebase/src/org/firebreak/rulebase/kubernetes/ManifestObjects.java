package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.json.LongLines;
import org.yaml.snakeyaml.LoaderOptions;

/** Parses manifests: YAML of several documents, JSON, and lists of objects in either. */
final class ManifestObjects {
  private static final int MOST_CODE_POINTS = 1 << 29;
  private static final int MOST_NESTING = 60;

  private final ObjectMapper mapper =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private final YAMLFactory yaml;
  private final JsonFactory json = new JsonFactory();
  private final List<ManifestObject> objects = new ArrayList<>();

  private ManifestObjects() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MOST_NESTING);
    yaml = YAMLFactory.builder().loaderOptions(options).build();
  }

  /** Every object of the files, in order. */
  static List<ManifestObject> parse(RuleFiles files, Progress progress) throws IOException {
    ManifestObjects parsed = new ManifestObjects();
    for (String path : files.paths()) {
      progress.check();
      try (InputStream in = new LongLines(files.open(path), path)) {
        parsed.parse(path, in);
      } catch (JsonProcessingException e) {
        RuleBaseException found = RuleBaseException.behind(e);
        if (found != null) {
          throw found;
        }
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        throw new RuleBaseException(
            path + ":" + line + ": not a manifest of Kubernetes: " + e.getOriginalMessage(), e);
      }
    }
    return parsed.objects;
  }

  private void parse(String path, InputStream in) throws IOException {
    boolean isJson = path.endsWith(".json");
    try (JsonParser parser =
        isJson ? json.createParser(in) : new Aliasless(yaml.createParser(in))) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      parser.setCodec(mapper);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String place = path + ":" + parser.currentTokenLocation().getLineNr();
        JsonNode node = mapper.readTree(parser);
        if (node.isObject()) {
          add(node, place);
        } else if (!isEmpty(node)) {
          throw new RuleBaseException(place + ": a manifest holds objects, this is something else");
        }
      }
    }
  }

  /** A separator at the end of a file begins a document without content. */
  private static boolean isEmpty(JsonNode node) {
    return node.isNull() || node.isMissingNode() || node.isTextual() && node.asText().isBlank();
  }

  private void add(JsonNode node, String place) {
    if (node.path("kind").asText("").endsWith("List") && node.path("items").isArray()) {
      int index = 0;
      for (JsonNode item : node.path("items")) {
        add(item, place + " /items/" + index++);
      }
    } else {
      objects.add(new ManifestObject(node, place));
    }
  }

  /** Refuses aliases, which the parser would take for their names. */
  private static final class Aliasless extends JsonParserDelegate {
    private final YAMLParser parser;

    Aliasless(YAMLParser parser) {
      super(parser);
      this.parser = parser;
    }

    @Override
    public JsonToken nextToken() throws IOException {
      JsonToken token = super.nextToken();
      if (token != null && parser.isCurrentAlias()) {
        throw new com.fasterxml.jackson.core.JsonParseException(
            this, "it refers to an anchor; write out what it stands for");
      }
      return token;
    }
  }
}
