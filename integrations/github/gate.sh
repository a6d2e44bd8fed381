#!/usr/bin/env bash
# Installs Lionrock at a pinned version, runs the gate, and ends with the gate's exit status. What the workflow says comes in
# the environment only, never as text of the script.
set -uo pipefail

. "${BASH_SOURCE[0]%/*}/prepare.sh" || exit 2
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
