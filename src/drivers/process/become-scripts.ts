// Owns the POSIX shell scripts that become another program, after they have written down which process that will be.
// Must not know what the program is.
import { shellFunctions } from '../host/shell-functions.ts';

/**
 * Becomes a member's process. The record is a mark of the transaction (`process`) and can be made once: of two that
 * want to start, because an earlier run of the host script was killed at the wrong moment, exactly one does. The script
 * looks for `closing` after that, and whoever removes the run looks for the record after he has made `closing`, so one
 * of them sees the other. In the same way it looks for a later transaction that has begun, and that one's script looks
 * for records after it has begun: once its own script was killed, nobody else would keep each of the two from starting a
 * process.
 */
export const launchScript = `#!/bin/sh
# Becomes one member's process. Written and started by etcd-migrate.
# In a subshell: a variable that the program's environment has under the same name would be changed for it.
(
${shellFunctions}
  look $$
  draft=$1/process.$$
  printf '%s\\n' "$$ $boot $start" > "$draft" && sync "$draft" && ln "$draft" "$1/process" && sync "$1"
  made=$?
  rm -f "$draft"
  [ "$made" = 0 ] || exit 1
  newest=
  for each in "\${1%/*}"/[0-9][0-9][0-9][0-9]/begun; do [ -e "$each" ] && newest=\${each%/begun}; done
  [ "$newest" = "$1" ]
) || exit 1
[ -e "$2" ] && exit 1
# From here on it speaks for the program.
exec < /dev/null >> "$3" 2>&1
shift 3
exec "$@"
`;

/**
 * Becomes a tool that works for a run, after it has written down its identity line: whoever removes the run ends the
 * tool then, also when we died meanwhile. The script looks for `closing` after that, as above.
 */
export const toolScript = `#!/bin/sh
# Runs one tool that belongs to a run. Written and started by etcd-migrate.
# In a subshell: a variable that the tool's environment has under the same name would be changed for it.
(
${shellFunctions}
  look $$
  printf '%s\\n' "$$ $boot $start" > "$1.tmp" && mv "$1.tmp" "$1"
) || exit 1
[ -e "$2" ] && exit 1
shift 2
exec "$@"
`;
