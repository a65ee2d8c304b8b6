package org.firebreak.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DesignFileTest {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<firebreak:Design xmi:version=\"2.0\""
          + " xmlns:xmi=\"http://www.omg.org/XMI\""
          + " xmlns:firebreak=\"https://firebreak.org/design\" id=\"d\" name=\"x\"";

  @TempDir Path folder;

  @Test
  void aSavedDesignLoadsTheSame() throws IOException {
    Design design = sample();
    Path file = folder.resolve("shop.firebreak");
    DesignFile.save(design, file);
    Design loaded = DesignFile.load(file);
    assertThat(EcoreUtil.equals(design, loaded)).isTrue();
    assertThat(DesignFile.toBytes(loaded)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void everyAttributeOfEveryClassSurvives() throws IOException {
    Design design = NewElements.design("all");
    int number = 0;
    for (EObject object : List.of(sampleServer(), NewElements.flow(null, null))) {
      for (EAttribute attribute : object.eClass().getEAllAttributes()) {
        if (!attribute.isID()) {
          object.eSet(attribute, valueFor(attribute, ++number));
        }
      }
      if (object instanceof Server server) {
        design.getServers().add(server);
      } else {
        design.getFlows().add((Flow) object);
      }
    }
    Path file = folder.resolve("all.firebreak");
    DesignFile.save(design, file);
    assertThat(EcoreUtil.equals(design, DesignFile.load(file))).isTrue();
  }

  private static Object valueFor(EAttribute attribute, int number) {
    return switch (attribute.getEAttributeType().getName()) {
      case "EString" -> "text <&\"' ünï " + number;
      case "EBoolean" -> true;
      case "EDoubleObject" -> number + 0.25;
      case "EIntegerObject" -> number;
      case "StringList" -> List.of("a" + number, "b");
      case "Date" -> LocalDate.of(2026, 1, 1).plusDays(number);
      default ->
          ((org.eclipse.emf.ecore.EEnum) attribute.getEAttributeType())
              .getELiterals()
              .get(1)
              .getInstance();
    };
  }

  @Test
  void aChangeOfOneServerIsAChangeOfOneLine() {
    Design design = sample();
    List<String> before = lines(design);
    design.getZones().get(0).getGroups().get(0).getServers().get(1).setName("web9");
    List<String> after = lines(design);
    assertThat(after).hasSameSizeAs(before);
    List<String> changed = new ArrayList<>(after);
    changed.removeAll(before);
    assertThat(changed).hasSize(1);
  }

  private static List<String> lines(Design design) {
    return new String(DesignFile.toBytes(design), StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theVocabularyIsComplete() {
    assertThat(FirebreakPackage.eINSTANCE.getEClassifiers())
        .filteredOn(EClass.class::isInstance)
        .extracting(classifier -> classifier.getName())
        .contains(
            "Design",
            "Tenant",
            "Zone",
            "ServerGroup",
            "Server",
            "ExternalNetwork",
            "Service",
            "Flow",
            "Tripwire",
            "Strategy",
            "EnforcementPoint",
            "Diagram");
  }

  static List<Arguments> badContent() {
    return List.of(
        arguments("<oops/>", ":1: not a Firebreak design", "oops"),
        arguments("HEAD formatVersion='99'/>", ":2: written by a newer Firebreak", "99"),
        arguments("HEAD>\n<zones id='z' colour='red'/>END", ":3:", "colour"),
        arguments("HEAD>\n<walls id='z'/>END", ":3:", "walls"),
        arguments("HEAD>\n<zones id='z'/>\n<zones id='z'/>END", ":4:", "stands twice"),
        arguments("HEAD>\n<zones id='z' tenant='nobody'/>END", ":3:", "nobody"),
        arguments("HEAD>\n<zones id='z' trust='none'/>END", ":3:", "none"),
        arguments(
            "HEAD>\n<zones id='z'><tenant href='other.firebreak#1'/></zones>END",
            ":3: reference to another file",
            "other.firebreak"),
        arguments(
            "HEAD>\n<flows id='f' source='other.firebreak#1'/>END",
            "another file",
            "other.firebreak"),
        arguments("HEAD>\n<flows id='f' expiresOn='31.12.2026'/>END", ":3:", "31.12.2026"),
        arguments("HEAD>\n<zones id='z'>", ":3: not a complete XML document", "restore"));
  }

  @ParameterizedTest
  @MethodSource("badContent")
  void badContentIsRefusedByPlace(String text, String place, String detail) throws IOException {
    String content = text.replace("HEAD", HEAD).replace("END", "</firebreak:Design>");
    Path file = Files.writeString(folder.resolve("bad.firebreak"), content);
    assertThatThrownBy(() -> DesignFile.load(file))
        .isInstanceOf(DesignFileException.class)
        .hasMessageContaining("bad.firebreak")
        .hasMessageContaining(place)
        .hasMessageContaining(detail);
  }

  @Test
  void entitiesAreNeverRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
    Path file =
        Files.writeString(
            folder.resolve("xxe.firebreak"),
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]>\n"
                + HEAD.lines().skip(1).findFirst().orElseThrow()
                + " description=\"&e;\"/>");
    assertThatThrownBy(() -> DesignFile.load(file))
        .isInstanceOf(DesignFileException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void binaryAndMissingFilesAreRefused() throws IOException {
    Path binary = Files.write(folder.resolve("x.firebreak"), new byte[] {0, 1, 2, (byte) 0xff});
    assertThatThrownBy(() -> DesignFile.load(binary)).isInstanceOf(DesignFileException.class);
    assertThatThrownBy(() -> DesignFile.load(folder.resolve("none.firebreak")))
        .isInstanceOf(DesignFileException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    String deep = HEAD + ">" + "<zones>".repeat(5000) + "</zones>".repeat(5000);
    Path file = Files.writeString(folder.resolve("deep.firebreak"), deep + "</firebreak:Design>");
    assertThatThrownBy(() -> DesignFile.load(file))
        .isInstanceOf(DesignFileException.class)
        .hasMessageContaining("nested deeper");
  }

  @Test
  void aFailedSaveLeavesThePreviousFileAndNoRubbish() throws IOException {
    Path file = folder.resolve("shop.firebreak");
    DesignFile.save(sample(), file);
    byte[] before = Files.readAllBytes(file);
    Design broken = sample();
    broken.setName("control \u0001 character");
    assertThatThrownBy(() -> DesignFile.save(broken, file)).isInstanceOf(Exception.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  private static Server sampleServer() {
    Server server = NewElements.server("web1");
    server.setAddresses(List.of("10.0.0.1", "fd00::1"));
    return server;
  }

  static Design sample() {
    Design design = NewElements.design("shop");
    var zone = NewElements.zone("web");
    ServerGroup group = NewElements.group("web");
    group.getServers().add(sampleServer());
    group.getServers().add(NewElements.server("web2"));
    zone.getGroups().add(group);
    design.getZones().add(zone);
    Service https = NewElements.service("https");
    https.setPorts("443");
    design.getServices().add(https);
    Flow flow = NewElements.flow(group, zone);
    flow.getServices().add(https);
    flow.setPeakBitsPerSecond(1e9);
    flow.setExpiresOn(LocalDate.of(2027, 3, 31));
    design.getFlows().add(flow);
    return design;
  }
}
