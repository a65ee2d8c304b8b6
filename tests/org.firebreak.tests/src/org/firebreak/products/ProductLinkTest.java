package org.firebreak.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.firebreak.products.ClassOutline.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every class and member of Eclipse that the bundles of a product refer to is in the product. SWT
 * fragments and the bundles above them accept loose ranges of each other, and GEF is older than its
 * platform: a wrong mix resolves, and dies with NoSuchMethodError only where it is called.
 */
class ProductLinkTest {
  private static final Path PRODUCTS =
      Path.of(
          System.getProperty("firebreak.root"),
          "releng/org.firebreak.product/target/products/org.firebreak.product");

  private final Map<String, ClassOutline> classes = new HashMap<>();
  private final Set<String> packages = new HashSet<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux/gtk/x86_64/firebreak",
        "linux/gtk/aarch64/firebreak",
        "win32/win32/x86_64/firebreak",
        "macosx/cocoa/aarch64/Firebreak.app/Contents/Eclipse"
      })
  void everythingReferredToIsThere(String product) throws IOException {
    Path plugins = PRODUCTS.resolve(product).resolve("plugins");
    assumeTrue(Files.isDirectory(plugins), "not built; ./mvnw package builds the products");
    for (Path jar : jars(plugins)) {
      read(jar);
    }
    assertThat(missing()).isEmpty();
  }

  private SortedSet<String> missing() {
    SortedSet<String> missing = new TreeSet<>();
    for (ClassOutline outline : classes.values()) {
      for (Reference reference : outline.references()) {
        if (isChecked(reference.owner()) && !has(reference.owner(), reference.member())) {
          missing.add(reference.owner() + "." + reference.member() + " for " + outline.name());
        }
      }
    }
    return missing;
  }

  // A package that no bundle has belongs to an optional import.
  private boolean isChecked(String owner) {
    return owner.startsWith("org/eclipse/") && packages.contains(packageOf(owner));
  }

  private boolean has(String owner, String member) {
    ClassOutline outline = classes.get(owner);
    if (outline == null) {
      return !isChecked(owner); // of the Java runtime or of an optional import
    }
    return outline.members().contains(member)
        || outline.parents().stream().anyMatch(parent -> inherits(parent, member));
  }

  private boolean inherits(String parent, String member) {
    return parent.equals("java/lang/Object") ? OBJECT.contains(member) : has(parent, member);
  }

  private static final Set<String> OBJECT =
      Set.of(
          "getClass()Ljava/lang/Class;",
          "hashCode()I",
          "equals(Ljava/lang/Object;)Z",
          "clone()Ljava/lang/Object;",
          "toString()Ljava/lang/String;",
          "notify()V",
          "notifyAll()V",
          "wait()V",
          "wait(J)V",
          "wait(JI)V",
          "finalize()V");

  private void read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.endsWith("-info.class")) {
          ClassOutline outline = ClassOutline.parse(zip.getInputStream(entry).readAllBytes());
          classes.put(outline.name(), outline);
          packages.add(packageOf(outline.name()));
        }
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
    }
    return jars;
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }
}
