# What scripts/run and scripts/test share: packages, and a build that is up to date. Sourced.
#
# SPDX-FileCopyrightText: The Actioned contributors
# SPDX-License-Identifier: GPL-3.0-or-later

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say () {
  printf '%s\n' "$*" >&2
}

# Prints the packages of the named lists in scripts/packages/ that are not installed.
missing_packages () {
  local list wanted installed
  wanted=$(for list; do sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$root/scripts/packages/$list"; done)
  # shellcheck disable=SC2086 # one word a package
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
              sed -n 's/^installed //p' || true)
  comm -23 <(sort -u <<<"$wanted") <(sort -u <<<"$installed")
}

# Installs what is missing of the named lists. Asks apt for nothing when nothing is missing.
install_packages () {
  local -a missing sudo=()

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is not a Debian system: the packages in scripts/packages/ ($*) must be there by other means."
    return
  fi

  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing, and there is no sudo to install them with: ${missing[*]}"
      return 1
    fi
    sudo=(sudo)
  fi

  say "Installing with ${sudo[*]:+sudo }apt-get: ${missing[*]}"
  # An outdated list of packages may still do, so only the installation itself must succeed.
  "${sudo[@]}" apt-get -q update >&2 || say "The list of packages could not be updated; trying with the old one."
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install -y --no-install-recommends "${missing[@]}" >&2
}

# Sets up the build directory once, with the meson options that follow, and builds what changed.
build_tree () {
  local directory=$1
  shift

  if [ ! -e "$directory/build.ninja" ]; then
    say "Setting up ${directory#"$root"/} …"
    meson setup "$@" "$directory" "$root" >&2
  fi

  if ! ninja -C "$directory" -n | grep -q 'no work to do'; then
    say "Building …"
    ninja -C "$directory" >&2
  fi
}

# Runs the tests of a build directory that is up to date; what follows goes to `meson test`. Sets
# `counts` to the line with the numbers.
run_tests () {
  local build=$1 status=0 counted
  shift

  rm -f "$build"/meson-logs/testlog*
  # Tests wait some of their time. With more of them at a time, those of the window take longer than
  # they wait for anything.
  meson test -C "$build" --no-rebuild --print-errorlogs --num-processes $(($(nproc) + 1)) "$@" \
    </dev/null || status=$?
  counted=$(/usr/bin/python3 "$root/scripts/lib/count-tests" "$build/meson-logs" "$status") || status=1
  counts=${counted:-$counts}
  return "$status"
}
