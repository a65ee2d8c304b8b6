package org.firebreak.rulebase.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.json.LongLines;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Templates of CloudFormation in YAML as the JSON that means the same: {@code !Ref x} is {@code
 * {"Ref": "x"}}, {@code !Sub x} is {@code {"Fn::Sub": "x"}}.
 */
final class TemplateYaml {
  private static final int MOST_CODE_POINTS = 1 << 26;
  private static final int MOST_NESTING = 60;

  private TemplateYaml() {}

  /**
   * The content of a file.
   *
   * @throws RuleBaseException if it is no YAML; the message names file and line
   */
  static JsonNode read(RuleFiles files, String path) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MOST_NESTING);
    options.setAllowDuplicateKeys(false);
    try (InputStream in = new LongLines(files.open(path), path)) {
      Node root =
          new Yaml(new SafeConstructor(options))
              .compose(new InputStreamReader(in, StandardCharsets.UTF_8));
      return root == null ? JsonNodeFactory.instance.objectNode() : json(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RuleBaseException(path + ":" + line + " is not YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      RuleBaseException found = RuleBaseException.behind(e);
      if (found != null) {
        throw found;
      }
      throw new RuleBaseException(path + " is not YAML: " + e.getMessage(), e);
    }
  }

  private static JsonNode json(Node node) {
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain(node);
    }
    String name = tag.substring(1);
    boolean own = name.equals("Ref") || name.equals("Condition");
    return JsonNodeFactory.instance.objectNode().set(own ? name : "Fn::" + name, plain(node));
  }

  private static JsonNode plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode key) {
            object.set(key.getValue(), json(tuple.getValueNode()));
          }
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.getValue().forEach(each -> array.add(json(each)));
        yield array;
      }
      case ScalarNode scalar ->
          scalar.getTag().equals(Tag.NULL)
              ? JsonNodeFactory.instance.nullNode()
              : JsonNodeFactory.instance.textNode(scalar.getValue());
      default -> JsonNodeFactory.instance.nullNode();
    };
  }
}
