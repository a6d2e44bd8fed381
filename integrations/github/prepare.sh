# Sourced by the scripts of the actions: installs Lionrock at a pinned version below $home, and makes the folder $reports.
# What the workflow says comes in the environment only, never as text of the script.
cannot() {
  echo "::error title=Lionrock::$1"
  exit 2
}

[[ "$LIONROCK_VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] ||
  cannot 'version: expected an exact version, for example 1.4.0'
home="$RUNNER_TEMP/lionrock-$LIONROCK_VERSION"
npm install --prefix "$home" --ignore-scripts --no-audit --no-fund "lionrock@$LIONROCK_VERSION" >&2 ||
  cannot "lionrock@$LIONROCK_VERSION cannot be installed: see the log"

reports="$LIONROCK_REPORTS"
# A line break would write further outputs of the step.
[[ "$reports" =~ ^[^[:cntrl:]]+$ ]] || cannot 'reports: expected the path of a folder, on one line'
mkdir -p -- "$reports" || cannot 'reports: the folder cannot be made, see the log'
