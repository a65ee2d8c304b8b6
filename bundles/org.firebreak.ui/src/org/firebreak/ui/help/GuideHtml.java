package org.firebreak.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/**
 * Writes the guide as HTML: one file for each page, with the contents beside the text, in the
 * colours of the window, light or dark as the reader's browser prefers. No scripts, no network.
 */
public final class GuideHtml {
  private static final List<Token> COLOURS =
      List.of(Token.CANVAS, Token.INK, Token.MUTED, Token.CARD, Token.ROW_BORDER, Token.ACCENT);
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .attributeProviderFactory(context -> GuideHtml::attributes)
          .build();

  private GuideHtml() {}

  /**
   * Writes all pages and their pictures.
   *
   * @return the first page
   * @throws IOException if the folder cannot be written
   */
  public static Path write(Guide guide, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (GuidePage page : guide.pages()) {
      Files.writeString(folder.resolve(page.id() + ".html"), page(guide, page));
      pictures(guide, page, folder);
    }
    Path first = folder.resolve(guide.pages().get(0).id() + ".html");
    Files.writeString(
        folder.resolve("index.html"),
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Firebreak</title>\n"
            + "<meta http-equiv=\"refresh\" content=\"0; url="
            + first.getFileName()
            + "\">\n");
    return first;
  }

  private static String page(Guide guide, GuidePage page) throws IOException {
    StringBuilder contents = new StringBuilder();
    for (GuidePage each : guide.pages()) {
      boolean here = each == page;
      contents.append(
          "<li><a%s href=\"%s.html\">".formatted(here ? " class=\"here\"" : "", each.id()));
      contents.append(escape(each.title())).append("</a></li>\n");
      if (here) {
        page.sections().stream()
            .filter(section -> section.level() == 2)
            .forEach(
                section ->
                    contents.append(
                        "<li class=\"sub\"><a href=\"#%s\">%s</a></li>\n"
                            .formatted(section.anchor(), escape(section.title()))));
      }
    }
    return template()
        .replace("@TITLE@", escape(page.title()))
        .replace("@LIGHT@", colours(Theme.LIGHT))
        .replace("@DARK@", colours(Theme.DARK))
        .replace("@CONTENTS@", contents)
        .replace("@TEXT@", RENDERER.render(page.content()));
  }

  private static String template() throws IOException {
    try (InputStream in = GuideHtml.class.getResourceAsStream("guide.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String colours(Theme theme) {
    StringBuilder colours = new StringBuilder();
    COLOURS.forEach(token -> colours.append(token.cssName() + ":" + token.hex(theme) + ";"));
    return colours.toString();
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading heading) {
      attributes.put("id", Headings.anchor(heading));
    } else if (node instanceof Link) {
      attributes.computeIfPresent("href", (key, href) -> html(href));
    } else if (node instanceof Image) {
      attributes.computeIfPresent("src", (key, source) -> fileName(source));
    }
  }

  private static String html(String link) {
    String address = Guide.address(link);
    return address.equals(link) ? link : address.replaceFirst("(?=#|$)", ".html");
  }

  private static void pictures(Guide guide, GuidePage page, Path folder) throws IOException {
    IOException[] failure = new IOException[1];
    page.content()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Image image) {
                try (InputStream in = guide.picture(image.getDestination())) {
                  if (in != null) {
                    Files.write(
                        folder.resolve(fileName(image.getDestination())), in.readAllBytes());
                  }
                } catch (IOException e) {
                  failure[0] = e;
                }
              }
            });
    if (failure[0] != null) {
      throw failure[0];
    }
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
