package org.firebreak.cli.findings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the fingerprints of an earlier result, JSON or SARIF, as a stream. The file may come from
 * anywhere, so its size and depth are bounded.
 */
public final class BaselineFile {
  private static final long MOST_BYTES = 256L << 20;
  private static final String AGAIN = "; write it with firebreak validate --write-baseline";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(1 << 20)
                  .maxNameLength(10_000)
                  .maxDocumentLength(MOST_BYTES)
                  .build())
          .build();

  private final String file;
  private final JsonParser json;
  private final Set<String> fingerprints = new HashSet<>();
  private boolean known;
  private boolean partial;

  private BaselineFile(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a result.
   *
   * @throws IOException if the file cannot be read or is no complete result of ours; the message
   *     says what to do
   */
  public static Baseline read(Path file) throws IOException {
    String name = file.toString();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(name + ": is not a file; name an earlier result");
    }
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = FACTORY.createParser(in)) {
      return new BaselineFile(name, json).read();
    } catch (NoSuchFileException e) {
      throw new IOException(
          name
              + ": no such file; check the path, or write it first with"
              + " firebreak validate --write-baseline",
          e);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new IOException(
          name + line + ": not a complete JSON file (" + e.getOriginalMessage() + ")" + AGAIN, e);
    }
  }

  private Baseline read() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refusal("not a result of firebreak validate");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("findings") && value == JsonToken.START_ARRAY) {
        known = true;
        findings("fingerprint");
      } else if (field.equals("baseline") && value == JsonToken.START_OBJECT) {
        partial = true;
        json.skipChildren();
      } else if (field.equals("runs") && value == JsonToken.START_ARRAY) {
        runs();
      } else {
        json.skipChildren();
      }
    }
    if (!known) {
      throw refusal("not a result of firebreak validate");
    }
    if (partial) {
      throw refusal("holds only what was new against another baseline");
    }
    return new Baseline(file, fingerprints);
  }

  private void findings(String key) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String fingerprint = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals(key)) {
          fingerprint = json.getText();
        }
        json.skipChildren();
      }
      add(fingerprint);
    }
  }

  private void add(String fingerprint) throws IOException {
    if (fingerprint == null) {
      throw refusal("has findings without fingerprint");
    }
    fingerprints.add(fingerprint);
  }

  private void runs() throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("results") && value == JsonToken.START_ARRAY) {
          known = true;
          results();
        } else if (field.equals("properties") && value == JsonToken.START_OBJECT) {
          properties();
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void properties() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      partial |= json.currentName().equals(SarifFindings.BASELINE);
      json.nextToken();
      json.skipChildren();
    }
  }

  private void results() throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String fingerprint = null;
      boolean accepted = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("partialFingerprints") && value == JsonToken.START_OBJECT) {
          fingerprint = ownFingerprint();
        } else {
          accepted |= field.equals("suppressions") && value == JsonToken.START_ARRAY;
          json.skipChildren();
        }
      }
      if (!accepted) {
        add(fingerprint);
      }
    }
  }

  private String ownFingerprint() throws IOException {
    String own = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      if (key.equals(SarifFindings.FINGERPRINT)) {
        own = json.getText();
      }
      json.skipChildren();
    }
    return own;
  }

  private IOException refusal(String what) {
    return new IOException(file + ": " + what + AGAIN);
  }
}
