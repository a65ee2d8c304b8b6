package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCommandTest {
  private static final Path SAMPLES = Path.of(System.getProperty("firebreak.root"), "samples");
  private static final String DAY = "2030-05-15";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lab-shop", "active-directory", "online-boutique", "vsphere-nsx"})
  void everySampleBecomesAPictureInEveryFormatTheSameEachTime(String sample) throws IOException {
    for (String ending : List.of("svg", "png", "pdf")) {
      Path picture = folder.resolve(sample + "." + ending);
      Run run = render(sample, picture);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("wrote " + picture);
      byte[] once = Files.readAllBytes(picture);
      render(sample, picture);
      assertThat(Files.readAllBytes(picture)).isEqualTo(once);
    }
  }

  @Test
  void themeIsLightUnlessDarkIsAskedFor() throws IOException {
    Path light = folder.resolve("light.png");
    Path dark = folder.resolve("dark.png");

    render("lab-shop", light);
    render("lab-shop", dark, "--theme", "dark");

    assertThat(corner(light)).isEqualTo(Token.CANVAS.hex(Theme.LIGHT));
    assertThat(corner(dark)).isEqualTo(Token.CANVAS.hex(Theme.DARK));
  }

  @Test
  void scaleMultipliesThePixels() throws IOException {
    Path one = folder.resolve("one.png");
    Path three = folder.resolve("three.PNG");

    render("lab-shop", one, "--scale", "1");
    render("lab-shop", three, "--scale", "3");

    assertThat(ImageIO.read(three.toFile()).getWidth())
        .isEqualTo(3 * ImageIO.read(one.toFile()).getWidth());
  }

  @Test
  void onlyDrawsWhatIsNamed() throws IOException {
    Path picture = folder.resolve("part.svg");

    Run run = render("lab-shop", picture, "--only", "data", "--only", "mgmt");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(picture))
        .contains(">db1<", ">log1<", ">rsync<")
        .doesNotContain(">web1<");
  }

  @Test
  void paperMakesPages() throws IOException {
    Path picture = folder.resolve("pages.pdf");

    Run run = render("lab-shop", picture, "--paper", "a4", "--pages-wide", "2");

    assertThat(run.exitCode()).as(run.err()).isZero();
    try (PDDocument document = Loader.loadPDF(picture.toFile())) {
      assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(2);
      assertThat(new PDFTextStripper().getText(document)).contains("Lab shop", DAY, "Page 2 of");
    }
  }

  @Test
  void designWithoutDiagramIsLaidOutAndStaysAsItIs() throws IOException {
    Path design = new Shop().save(folder);
    byte[] before = Files.readAllBytes(design);
    Path picture = folder.resolve("shop.svg");

    Run run = Run.of("render", design, "-o", picture);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(picture)).contains("<title>Overview</title>", ">web1<");
    assertThat(Files.readAllBytes(design)).isEqualTo(before);
    assertThat(Run.of("render", design, "--diagram", "Overview", "-o", picture).err())
        .contains("the design has no diagrams; without --diagram one is laid out");
  }

  @Test
  void findingsAreMarkedUnlessLeftOut() throws IOException {
    Path with = folder.resolve("with.svg");
    Path without = folder.resolve("without.svg");

    render("lab-shop", with);
    render("lab-shop", without, "--no-findings");

    String warning = "stroke=\"" + Token.WARNING.hex(Theme.LIGHT) + "\"";
    assertThat(Files.readString(with)).contains(warning);
    assertThat(Files.readString(without)).doesNotContain(warning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void overlayIsDrawnInEveryFormatTheSameEachTime(String ending) throws IOException {
    Path plain = folder.resolve("plain." + ending);
    render("lab-shop", plain);
    for (String overlay : List.of("throughput", "blast-radius")) {
      Path picture = folder.resolve(overlay + "." + ending);
      Run run = render("lab-shop", picture, "--overlay", overlay);
      assertThat(run.exitCode()).as(run.err()).isZero();
      byte[] once = Files.readAllBytes(picture);
      assertThat(once).isNotEqualTo(Files.readAllBytes(plain));
      render("lab-shop", picture, "--overlay", overlay);
      assertThat(Files.readAllBytes(picture)).isEqualTo(once);
    }
  }

  @Test
  void overlayOfAPdfHasItsLegendAsText() throws IOException {
    Path picture = folder.resolve("throughput.pdf");
    render("lab-shop", picture, "--overlay", "throughput");
    try (PDDocument document = Loader.loadPDF(picture.toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Busiest hour today", "no estimate", "3.20 Gbit/s");
    }
    assertThat(render("lab-shop", picture, "--overlay", "colours").err())
        .contains("throughput, blast-radius");
  }

  @Test
  void labelsSayWhatIsAskedFor() throws IOException {
    Path services = folder.resolve("services.svg");
    Path ports = folder.resolve("ports.svg");

    render("lab-shop", services);
    render("lab-shop", ports, "--labels", "ports");

    assertThat(Files.readString(services)).contains(">postgresql<").doesNotContain(">tcp/5432<");
    assertThat(Files.readString(ports)).contains(">tcp/5432<").doesNotContain(">postgresql<");
    assertThat(render("lab-shop", ports, "--labels", "colours").err())
        .contains("service, ports, service-and-ports, none");
  }

  @Test
  void unknownDiagramIsAnsweredWithThoseThereAre() {
    Run run = render("lab-shop", folder.resolve("x.svg"), "--diagram", "Nope");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the design has no diagram 'Nope'; it has 'Overview'");
  }

  @Test
  void whatCannotBeDrawnIsRefusedAndNothingIsWritten() throws IOException {
    Map<List<String>, String> wrong =
        Map.of(
            List.of("x.gif"), "does not end in .svg, .png or .pdf",
            List.of("x.svg", "--scale", "2"), "no meaning for SVG",
            List.of("x.svg", "--only", "nobody"), "no zone, group, server, network or firewall",
            List.of("x.svg", "--theme", "blue"), "LIGHT, DARK",
            List.of("x.png", "--paper", "a4"), "only PDF has pages",
            List.of("x.png", "--scale", "0"), "above 0",
            List.of("x.png", "--scale", "90"), "the largest scale for this diagram is",
            List.of("x.pdf", "--pages-wide", "2"), "--paper is missing",
            List.of("x.pdf", "--paper", "a4", "--margin", "70"), "between 0 and 50 mm",
            List.of("x.pdf", "--paper", "a5", "--scale", "90"), "1000 is the most");
    for (Map.Entry<List<String>, String> each : wrong.entrySet()) {
      List<String> args = each.getKey();
      Run run =
          render(
              "lab-shop",
              folder.resolve(args.getFirst()),
              args.subList(1, args.size()).toArray(String[]::new));
      assertThat(run.exitCode()).as("%s: %s", args, run.err()).isEqualTo(2);
      assertThat(run.err()).contains(each.getValue());
    }
    assertThat(Run.snapshot(folder)).hasSize(1);
  }

  @Test
  void targetThatCannotBeWrittenIsBadOutput() {
    Run run = render("lab-shop", folder.resolve("nowhere/x.svg"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("there is no folder");
  }

  @Test
  void jsonTellsWhatWasDrawn() throws IOException {
    Path picture = folder.resolve("x.svg");
    Run run = render("lab-shop", picture, "--json");

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("command").asText()).isEqualTo("render");
    assertThat(json.get("diagram").asText()).isEqualTo("Overview");
    assertThat(json.get("output").asText()).isEqualTo(picture.toString());
  }

  private static Run render(String sample, Path picture, String... options) {
    Object[] args = new Object[6 + options.length];
    args[0] = "render";
    args[1] = SAMPLES.resolve(sample + ".firebreak");
    args[2] = "-o";
    args[3] = picture;
    args[4] = "--as-of";
    args[5] = DAY;
    System.arraycopy(options, 0, args, 6, options.length);
    return Run.of(args);
  }

  private static String corner(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    return String.format("#%06X", image.getRGB(0, 0) & 0xFFFFFF);
  }
}
