package org.firebreak.exports.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Limitation;

/**
 * What the {@code manifest.json} of a bundle says; fields that are not known are left out.
 *
 * @param firebreakBundle format of the manifest
 * @param criteria which servers the strategy microsegmented, in place of the design's own criteria;
 *     {@code null} for those
 * @param rollout phases of the roll-out; {@code null} if everything is enforced
 * @param quarantine servers that are cut off; {@code null} if there are none but the design's
 * @param changes the change set in the bundle; {@code null} if it was written without another one
 */
public record BundleManifest(
    int firebreakBundle,
    Tool tool,
    DesignEntry design,
    String strategy,
    CriteriaEntry criteria,
    String evaluationDate,
    boolean approvedOnly,
    RolloutEntry rollout,
    QuarantineEntry quarantine,
    ScopeEntry scope,
    List<PlatformEntry> platforms,
    ChangesEntry changes) {
  /** Name of the file in a bundle. */
  public static final String NAME = "manifest.json";

  /** Name of the detached signature over the bytes of the manifest. */
  public static final String SIGNATURE = "manifest.json.sig";

  /** The only format of manifests. */
  public static final int FORMAT = 1;

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build()
          .readerFor(BundleManifest.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /** The program that wrote the bundle. */
  public record Tool(String name, String version) {}

  /**
   * The design that was compiled.
   *
   * @param digest SHA-256 of the design in its file format; {@code null} if it was not recorded
   */
  public record DesignEntry(String id, String name, String revision, String digest) {}

  /**
   * Which servers the strategy microsegmented.
   *
   * @param risk least risk, as the model writes it
   * @param endpoints model ids of zones, groups and servers that were chosen
   */
  public record CriteriaEntry(String risk, boolean internetFacing, Set<String> endpoints) {
    public CriteriaEntry {
      endpoints = endpoints == null ? Set.of() : Set.copyOf(endpoints);
    }
  }

  /**
   * Phases of the roll-out.
   *
   * @param phase phase of everything that has none of its own
   * @param phases phases by model id
   */
  public record RolloutEntry(String phase, Map<String, String> phases) {
    public RolloutEntry {
      phases = phases == null ? Map.of() : new LinkedHashMap<>(phases);
    }
  }

  /**
   * Who was cut off in addition to the quarantines of the design, by model id; {@code null} in the
   * manifest if nobody was.
   */
  public record QuarantineEntry(Set<String> servers, Set<String> responders) {
    public QuarantineEntry {
      servers = servers == null ? Set.of() : Set.copyOf(servers);
      responders = responders == null ? Set.of() : Set.copyOf(responders);
    }
  }

  /**
   * For which part of the design the bundle is; {@code null} in the manifest for all.
   *
   * @param endpoints model ids of zones, groups and servers; empty for all
   * @param domain model id of a tenant, empty for the shared routing domain, {@code null} for all
   */
  public record ScopeEntry(Set<String> endpoints, String domain) {
    public ScopeEntry {
      endpoints = endpoints == null ? Set.of() : Set.copyOf(endpoints);
    }
  }

  /**
   * The part for one platform.
   *
   * @param limitations what it cannot express
   * @param files its desired state
   */
  public record PlatformEntry(
      String id,
      String title,
      Map<String, String> options,
      List<Limitation> limitations,
      List<FileEntry> files) {
    public PlatformEntry {
      limitations = limitations == null ? List.of() : List.copyOf(limitations);
      options = options == null ? Map.of() : new LinkedHashMap<>(options);
      files = files == null ? List.of() : List.copyOf(files);
    }
  }

  /**
   * A file of the bundle.
   *
   * @param path path below the bundle's folder
   * @param sha256 64 hexadecimal digits
   * @param rules the rules in it, in order
   */
  public record FileEntry(
      String path, String description, long size, String sha256, List<RuleEntry> rules) {
    public FileEntry {
      rules = rules == null ? List.of() : List.copyOf(rules);
    }
  }

  /**
   * A rule in a file.
   *
   * @param name its name on the platform; {@code null} if that is the id
   * @param kind what makes it be there, for instance {@code flow}
   */
  public record RuleEntry(String id, String name, String kind, List<ElementRef> origins) {
    public RuleEntry {
      name = name == null ? id : name;
      origins = origins == null ? List.of() : List.copyOf(origins);
    }
  }

  /**
   * The change set in the bundle.
   *
   * @param previous SHA-256 of the manifest of the bundle from which it leads
   */
  public record ChangesEntry(String previous, List<FileEntry> files) {
    public ChangesEntry {
      files = files == null ? List.of() : List.copyOf(files);
    }
  }

  public BundleManifest {
    platforms = platforms == null ? List.of() : List.copyOf(platforms);
  }

  /** The part of a platform; empty if the bundle has none. */
  public Optional<PlatformEntry> platform(String id) {
    return platforms.stream().filter(platform -> platform.id().equals(id)).findFirst();
  }

  /** Every file that the manifest lists, desired state first. */
  public List<FileEntry> files() {
    List<FileEntry> files = new ArrayList<>();
    platforms.forEach(platform -> files.addAll(platform.files()));
    if (changes != null) {
      files.addAll(changes.files());
    }
    return files;
  }

  /**
   * Reads a manifest.
   *
   * @param name what messages call the bundle
   * @throws ExportException if it is not the manifest of a bundle; the message names the mend
   */
  static BundleManifest read(InputStream in, String name) throws IOException {
    BundleManifest manifest;
    try {
      manifest = READER.readValue(in);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new ExportException(
          name + ": " + NAME + " is damaged; export the design again, or restore the bundle", e);
    }
    if (manifest == null || manifest.firebreakBundle() < 1) {
      throw new ExportException(
          name + " is no policy bundle: " + NAME + " is not one of Firebreak; name another bundle");
    }
    if (manifest.firebreakBundle() > FORMAT) {
      throw new ExportException(
          name + " was written by a newer Firebreak; read it with that version");
    }
    return manifest.checked(name);
  }

  private BundleManifest checked(String name) throws ExportException {
    boolean complete =
        platforms.stream().allMatch(platform -> platform.id() != null)
            && files().stream()
                .allMatch(
                    file ->
                        file.path() != null
                            && BundlePaths.isValid(file.path())
                            && file.sha256() != null
                            && file.rules().stream().allMatch(rule -> rule.id() != null));
    if (!complete) {
      throw new ExportException(
          name + ": " + NAME + " is damaged; export the design again, or restore the bundle");
    }
    return this;
  }
}
