package org.firebreak.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Java source file and the qualified names in its code, comments and strings left out.
 *
 * @param bundle name of the folder of its bundle
 * @param path the file
 * @param packageName its package
 * @param mentions qualified names of types in imports and in the code
 * @param lines number of lines
 */
record SourceFile(String bundle, Path path, String packageName, Set<String> mentions, long lines) {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\""
              + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
              + "|'(?:[^'\\\\\\n]|\\\\.[0-9a-fA-F]*)'"
              + "|//[^\\n]*"
              + "|/\\*[\\s\\S]*?\\*/");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?:[A-Z]\\w*|\\*)");

  static SourceFile read(String bundle, Path path) throws IOException {
    String text = Files.readString(path);
    String code = NOT_CODE.matcher(text).replaceAll(" ");
    Matcher declaration = PACKAGE.matcher(code);
    if (!declaration.find()) {
      throw new IOException(path + " has no package declaration");
    }
    Set<String> mentions = new TreeSet<>();
    Matcher type = TYPE.matcher(code);
    while (type.find()) {
      mentions.add(type.group());
    }
    return new SourceFile(bundle, path, declaration.group(1), mentions, text.lines().count());
  }

  /** The packages of the mentioned types. */
  Set<String> mentionedPackages() {
    Set<String> packages = new TreeSet<>();
    for (String mention : mentions) {
      packages.add(mention.substring(0, mention.lastIndexOf('.')));
    }
    return packages;
  }

  /** Bundle and file name, as messages show it. */
  String label() {
    return bundle + ": " + packageName + "/" + path.getFileName();
  }
}
