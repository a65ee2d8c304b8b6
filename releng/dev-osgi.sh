# shellcheck shell=bash
# Sourced by releng/dev: starts Equinox on the compiled classes, without a Tycho build.
# Our bundles come as their source folders (manifest, plugin.xml) with the classes of .dev/classes;
# all others are the jars of the target definition in the local Maven repository.

# The OSGi jar of one artifact: Tycho leaves a wrapped one in a folder bnd-* beside a jar without manifest.
osgi_jar() {
  local folder=$repository/${1//.//}/$2/$3 jar
  jar=$(ls -t "$folder"/bnd-*/"$2-$3.jar" 2>/dev/null | head -n 1 || true)
  echo "${jar:-$folder/$2-$3.jar}"
}

# Jars of the target with the ones of other platforms left out; $1 = tests keeps JUnit.
osgi_jars() {
  target_artifacts | while read -r group artifact version; do
    case $1/$group in
      tests/*) ;;
      */org.junit.* | */org.opentest4j* | */org.assertj | */net.bytebuddy | */org.apiguardian) continue ;;
    esac
    osgi_jar "$group" "$artifact" "$version"
  done
}

start_level() {
  case $1 in
    *org.eclipse.core.runtime-*) echo @start ;;
    *org.eclipse.equinox.common-* | *org.eclipse.equinox.event-* | \
      *org.apache.felix.scr-* | *spifly.dynamic.bundle-*) echo @2:start ;;
  esac
}

# osgi_config FOLDER KIND BUNDLE...: writes config.ini and dev.properties; KIND is window or tests.
osgi_config() {
  local folder=$1 kind=$2 jar list="" framework="" missing=""
  shift 2
  mkdir -p "$folder"
  while read -r jar; do
    if [ ! -f "$jar" ]; then
      missing+=" ${jar##*/}"
      continue
    fi
    case $jar in
      */org.eclipse.osgi-*) framework=$jar ;;
      *) list+="reference:file:$jar$(start_level "$jar")," ;;
    esac
  done < <(osgi_jars "$kind")
  if [ -n "$missing" ]; then
    echo "These jars are not in $repository; run ./mvnw package once:$missing" >&2
    return 1
  fi
  : >"$folder/dev.properties"
  for bundle in "$@"; do
    if [ ! -d "$out/$bundle" ]; then
      echo "no classes of $bundle yet: releng/dev compile $bundle" >&2
    fi
    list+="reference:file:$(folder_of "$bundle"),"
    echo "$(symbolic_name "$bundle")=$out/$bundle" >>"$folder/dev.properties"
  done
  list+="reference:file:$(folder_of graphics2d.compat),"
  {
    echo "osgi.bundles=${list%,}"
    echo "osgi.bundles.defaultStartLevel=4"
    echo "osgi.framework=file:$framework"
    echo "eclipse.product=org.firebreak.ui.product"
    echo "osgi.instance.area.default=$folder/workspace"
  } >"$folder/config.ini"
}

symbolic_name() {
  sed -n 's/^Bundle-SymbolicName: *\([^;]*\).*/\1/p' "$(folder_of "$1")/META-INF/MANIFEST.MF" | tr -d '\r'
}

# Becomes the command that follows, on the user's display, else on a virtual one with a window manager.
with_display() {
  if [ -n "${DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec "$@"
  elif command -v xvfb-run >/dev/null; then
    exec xvfb-run -a -s "-screen 0 1600x1000x24" bash -c '
      if command -v openbox >/dev/null; then openbox & fi
      "$@"' - "$@"
  else
    echo "No DISPLAY and no xvfb-run; install it: sudo apt-get install xvfb openbox" >&2
    return 1
  fi
}

# equinox FOLDER JVM_OPTION... -- PROGRAM_ARGUMENT...
equinox() {
  local folder=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  if [ "$(uname)" = Darwin ]; then options+=(-XstartOnFirstThread); fi
  with_display "$JAVA_HOME/bin/java" -Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    --enable-native-access=ALL-UNNAMED -Dorg.eclipse.swt.internal.SessionManagerDBus.disable=true \
    "-Djava.util.logging.config.file=$root/features/org.firebreak.headless.feature/rootfiles/logging.properties" \
    "-Dfirebreak.root=$root" "${options[@]}" \
    -jar "$(osgi_jar org.eclipse.platform org.eclipse.equinox.launcher "$launcher_version")" \
    -nosplash -consoleLog -install "file:$folder" -configuration "file:$folder" \
    -data "$folder/workspace" -dev "file:$folder/dev.properties" "$@"
}

launcher_version=$(target_artifacts | sed -n 's/.* org.eclipse.equinox.launcher //p')
