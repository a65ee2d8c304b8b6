package org.firebreak.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.firebreak.model.Design;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagramPdfTest {
  private static final PageSetup A4 = PageSetup.onePage(Paper.A4);

  @Test
  void pageHasTheSizeOfTheDiagramAndItsTextIsText() throws IOException {
    Scene scene = PictureSamples.labShop();
    Rect view = PictureFrame.of(scene);
    try (PDDocument document = read(scene, 1, null)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isEqualTo(view.width() * 0.75f);
      assertThat(page.getMediaBox().getHeight()).isEqualTo(view.height() * 0.75f);
      assertThat(text(document))
          .contains("dmz", "db1", "10.20.4.11", "postgresql", "Core firewall", "any address");
    }
  }

  @Test
  void everythingIsVectorAndFontsAreEmbeddedInPart() throws IOException {
    try (PDDocument document = read(PictureSamples.labShop(), 1, null)) {
      PDResources resources = document.getPage(0).getResources();
      assertThat(resources.getXObjectNames()).isEmpty();
      List<String> fonts = new ArrayList<>();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        fonts.add(font.getName());
      }
      assertThat(fonts)
          .hasSize(2)
          .allMatch(name -> name.matches("[A-Z]{6}\\+LiberationSans(-Bold)?"));
    }
  }

  @Test
  void documentSaysTitleSubjectAndLanguage() throws IOException {
    byte[] pdf = PictureSamples.bytes(PictureFormat.PDF, PictureSamples.labShop(), 1, null);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Lab shop – Overview");
      assertThat(document.getDocumentInformation().getSubject())
          .startsWith("Data-flow diagram with");
      assertThat(document.getDocumentInformation().getCreationDate()).isNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(
              new String(
                  document.getDocumentCatalog().getMetadata().toByteArray(),
                  StandardCharsets.UTF_8))
          .contains("<rdf:li xml:lang=\"x-default\">Lab shop – Overview</rdf:li>");
    }
    assertThat(PictureSamples.bytes(PictureFormat.PDF, PictureSamples.labShop(), 1, null))
        .isEqualTo(pdf);
  }

  @Test
  void charactersOutsideTheFontAreDrawnAndNamed() throws IOException {
    Design design = PictureSamples.design("lab-shop");
    design.getZones().getFirst().setName("firewall \u9867\u5BA2 \uD83D\uDD25 \u05E9\u05E8\u05EA");
    design.getZones().get(1).setName("a\u0007\u200B\uFFFEb");
    byte[] pdf = PictureSamples.bytes(PictureFormat.PDF, PictureSamples.scene(design), 1, null);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(text(document)).contains("firewall"); // without a ligature
      PDResources resources = document.getPage(0).getResources();
      List<String> actual = new ArrayList<>();
      for (COSName name : resources.getPropertiesNames()) {
        actual.add(resources.getProperties(name).getCOSObject().getString(COSName.ACTUAL_TEXT));
      }
      assertThat(String.join("", actual)).contains("\u9867\u5BA2");
    }
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "\uD800 alone",
        "tab\tand\nnew line\r",
        "soft\u00ADhyphen e\u0301 \u200D\u200F",
        "\u202Ereversed",
        "\uFEFF\uFFFF\uDBFF\uDFFF",
        "\u0E01\u0E33 \u0915\u094D\u0937 \u0627\u0644\u0639",
        "   ",
        "<b>&amp;</b>]]>"
      })
  void noNameStopsAPicture(String name) throws IOException {
    Design design = PictureSamples.design("lab-shop");
    design.setName(name);
    design.getDiagrams().getFirst().setName(name);
    design.getZones().forEach(zone -> zone.setName(name));
    design.getZones().forEach(zone -> zone.getGroups().forEach(group -> group.setName(name)));
    Scene scene = PictureSamples.scene(design);
    for (PictureFormat format : PictureFormat.values()) {
      assertThat(PictureSamples.bytes(format, scene, 1, format == PictureFormat.PDF ? A4 : null))
          .hasSizeGreaterThan(5000);
    }
  }

  @Test
  void diagramThatFitsIsOneHeadedPageHeldTheBetterWay() throws IOException {
    try (PDDocument document = read(PictureSamples.labShop(), 1, A4)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isGreaterThan(page.getMediaBox().getHeight());
      assertThat(text(document))
          .contains("Lab shop", "Overview", "2030-05-15", "Page 1 of 1", "db1");
    }
  }

  @Test
  void largeDiagramIsTiledAndEveryNameIsOnSomePage() throws IOException {
    PageSetup wide = A4.withScaling(new Scaling.PagesWide(3));
    Scene scene = PictureSamples.labShop();
    PagePlan plan = PagePlan.of(scene, wide, PictureSamples.TITLES);
    try (PDDocument document = read(scene, 1, wide)) {
      assertThat(plan.columns()).isEqualTo(3);
      assertThat(document.getNumberOfPages()).isEqualTo(plan.columns() * plan.rows());
      assertThat(text(document)).contains("Page 2 of " + plan.pages().size(), "db1", "pay1");
    }
  }

  @Test
  void pageBeyondTheLimitOfTheFormatGetsALargerUnit() throws IOException {
    Scene scene = PictureSamples.labShop();
    try (PDDocument document = read(scene, 40, null)) {
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isLessThanOrEqualTo(14_400);
      assertThat(page.getMediaBox().getWidth() * page.getUserUnit())
          .isEqualTo(PictureFrame.of(scene).width() * 30f);
    }
  }

  @Test
  void absurdNumberOfPagesIsRefused() throws IOException {
    Scene scene = PictureSamples.labShop();
    assertThatThrownBy(() -> read(scene, 1, A4.withScaling(new Scaling.Fixed(50))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pages, and 1000 is the most");
  }

  private static PDDocument read(Scene scene, double scale, PageSetup setup) throws IOException {
    return Loader.loadPDF(PictureSamples.bytes(PictureFormat.PDF, scene, scale, setup));
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }
}
