#!/usr/bin/env bash
# Installs Lionrock at a pinned version, compares two states, and asks for a label exactly when security changed. What the
# workflow says comes in the environment only, never as text of the script.
set -uo pipefail

. "${BASH_SOURCE[0]%/*}/../prepare.sh" || exit 2
# What an earlier run left behind must not pass for the results of this one.
rm -f -- "$reports/security-diff.md"

status=0
"$home/node_modules/.bin/lionrock" diff --format text --format "markdown=$reports/security-diff.md" \
  "--fail-on=$LIONROCK_FAIL_ON" \
  ${LIONROCK_PROFILE:+"--profile=$LIONROCK_PROFILE"} ${LIONROCK_CONFIG:+"--config=$LIONROCK_CONFIG"} \
  -- "$LIONROCK_BEFORE" "$LIONROCK_AFTER" || status=$?

{
  echo "exit-code=$status"
  if [[ -s "$reports/security-diff.md" ]]; then echo "md=$reports/security-diff.md"; fi
} >>"$GITHUB_OUTPUT"
if [[ -s "$reports/security-diff.md" ]]; then cat -- "$reports/security-diff.md" >>"$GITHUB_STEP_SUMMARY"; fi

# 2 could not tell: nobody can approve what is not known.
[[ "$status" == 1 ]] || exit "$status"
# A command that cannot start ends with 1 as well.
[[ -s "$reports/security-diff.md" ]] || cannot 'there are no results: see the log'
node -e 'const { LIONROCK_LABELS: set, LIONROCK_LABEL: label } = process.env;
process.exit(JSON.parse(set || "[]").includes(label) ? 0 : 1)' ||
  { echo "::error title=Lionrock::security changes here, and the label $LIONROCK_LABEL is missing"; exit 1; }
# What was set before is of what was there before: commits may have come since, and only setting the label is an approval.
[[ "$LIONROCK_EVENT" == labeled && "$LIONROCK_EVENT_LABEL" == "$LIONROCK_LABEL" ]] ||
  { echo "::error title=Lionrock::security changes here, and something happened after the approval: set the label $LIONROCK_LABEL again"; exit 1; }
echo "::notice title=Lionrock::security changes here, approved by the label $LIONROCK_LABEL"
