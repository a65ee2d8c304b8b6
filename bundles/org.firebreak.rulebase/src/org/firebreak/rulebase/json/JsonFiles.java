package org.firebreak.rulebase.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleFiles;

/** Reads whole JSON files. */
public final class JsonFiles {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonFiles() {}

  /**
   * The content of a file; nesting and numbers are bounded by the parser.
   *
   * @throws RuleBaseException if it is no JSON; the message names file and line
   */
  public static JsonNode read(RuleFiles files, String path) throws IOException {
    try (InputStream in = files.open(path)) {
      JsonNode root = MAPPER.readTree(in);
      if (root == null || root.isMissingNode()) {
        throw new RuleBaseException(path + " is empty; it should hold JSON");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new RuleBaseException(path + ":" + line + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
