package org.firebreak.imports;

import java.util.List;
import java.util.Optional;
import org.firebreak.imports.inventory.NetBoxInventory;
import org.firebreak.imports.inventory.RvToolsInventory;
import org.firebreak.imports.inventory.TableInventory;
import org.firebreak.imports.matrix.TableMatrix;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportFormat.Content;

/** The formats that can be imported. */
public final class Importers {
  private static final List<ImportFormat> ALL =
      List.of(
          new RvToolsInventory(), new NetBoxInventory(), new TableInventory(), new TableMatrix());

  private Importers() {}

  /** Every format; of two that recognise a file the first one reads it. */
  public static List<ImportFormat> all() {
    return ALL;
  }

  /** The formats of one kind of content. */
  public static List<ImportFormat> all(Content content) {
    return ALL.stream().filter(format -> format.content() == content).toList();
  }

  /** The format of an identifier. */
  public static Optional<ImportFormat> byId(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }
}
