package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.rulebase.RuleFiles;

/** Files in memory. */
record MemoryFiles(Map<String, String> content) implements RuleFiles, ExportSink {
  MemoryFiles() {
    this(new TreeMap<>());
  }

  @Override
  public List<String> paths() {
    return List.copyOf(content.keySet());
  }

  @Override
  public InputStream open(String path) {
    return new ByteArrayInputStream(content.get(path).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ExportFile open(String path, String description) {
    StringBuilder text = new StringBuilder();
    return new ExportFile() {
      @Override
      public ExportFile write(CharSequence more) {
        text.append(more);
        return this;
      }

      @Override
      public ExportFile write(byte[] utf8) {
        text.append(new String(utf8, StandardCharsets.UTF_8));
        return this;
      }

      @Override
      public void provenance(Rule rule, String nameOnPlatform) {}

      @Override
      public void close() {
        assertThat(content.put(path, text.toString())).isNull();
      }
    };
  }

  @Override
  public void limitation(Limitation limitation) {}
}
