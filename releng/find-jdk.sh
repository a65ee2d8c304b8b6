# shellcheck shell=bash
# Sourced by the scripts of the root folder: sets JAVA_HOME to a JDK that is new enough, or fails.
# usage: . releng/find-jdk.sh && find_jdk

firebreak_java=21

jdk_version() {
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

# The JDKs of this machine, one a line: JAVA_HOME, PATH, then the usual system folders.
jdk_candidates() {
  if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME"; fi
  local javac
  javac=$(command -v javac || true)
  if [ -n "$javac" ]; then dirname "$(dirname "$(readlink -f "$javac")")"; fi
  ls -d /usr/lib/jvm/*/ /Library/Java/JavaVirtualMachines/*/Contents/Home/ 2>/dev/null |
    sed 's#/$##' | sort -V -r
}

find_jdk() {
  local candidate version
  while IFS= read -r candidate; do
    [ -x "$candidate/bin/javac" ] || continue
    version=$(jdk_version "$candidate")
    if [ "${version:-0}" -ge "$firebreak_java" ]; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done < <(jdk_candidates)
  cat >&2 <<MESSAGE
Firebreak needs a JDK of version $firebreak_java or newer; none was found in JAVA_HOME, on the PATH or in the system folders.
Install one, for instance:
  Debian, Ubuntu:  sudo apt-get install openjdk-21-jdk
  Fedora:          sudo dnf install java-21-openjdk-devel
  macOS:           brew install --cask temurin
or set JAVA_HOME to one that you have.
MESSAGE
  return 1
}
