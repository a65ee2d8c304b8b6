import java.io.IOException;
import java.nio.file.Path;
import org.firebreak.ui.help.Guide;
import org.firebreak.ui.help.GuideHtml;

/** Writes the user guide as HTML: arguments are the folder {@code docs} and the one to write. */
final class WriteGuide {

  private WriteGuide() {}

  public static void main(String[] arguments) throws IOException {
    Guide guide = Guide.read(Guide.folder(Path.of(arguments[0])));
    GuideHtml.write(guide, Path.of(arguments[1]));
  }
}
