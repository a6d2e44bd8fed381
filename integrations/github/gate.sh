#!/usr/bin/env bash
# Installs Lionrock at a pinned version, runs the gate, and ends with the gate's exit status. What the workflow says comes in
# the environment only, never as text of the script.
set -uo pipefail

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
# What an earlier run left behind must not pass for the results of this one.
rm -f -- "$reports"/lionrock.{sarif,junit.xml,md}

status=0
"$home/node_modules/.bin/lionrock" gate --inline strict \
  --format text --format "sarif=$reports/lionrock.sarif" \
  --format "junit=$reports/lionrock.junit.xml" --format "markdown=$reports/lionrock.md" \
  ${LIONROCK_PROFILE:+"--profile=$LIONROCK_PROFILE"} ${LIONROCK_CONFIG:+"--config=$LIONROCK_CONFIG"} \
  ${LIONROCK_WAIVERS:+"--waivers=$LIONROCK_WAIVERS"} ${LIONROCK_FAIL_ON:+"--fail-on=$LIONROCK_FAIL_ON"} \
  -- "$LIONROCK_PATH" || status=$?

{
  echo "exit-code=$status"
  for name in sarif junit.xml md; do
    if [[ -s "$reports/lionrock.$name" ]]; then echo "${name%.xml}=$reports/lionrock.$name"; fi
  done
} >>"$GITHUB_OUTPUT"
if [[ -s "$reports/lionrock.md" ]]; then cat -- "$reports/lionrock.md" >>"$GITHUB_STEP_SUMMARY"; fi
exit "$status"
