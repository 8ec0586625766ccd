# Completes the command line of actioned in Bash
#
# SPDX-FileCopyrightText: The Actioned contributors
# SPDX-License-Identifier: GPL-3.0-or-later

_actioned() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local every='--connection --base-url --demo --verbose --help' options=

  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W 'sync list show action export pending status
                             --demo --now --base-url --verbose --version --help' -- "$word"))
    return
  fi

  case $before in
    --format)
      COMPREPLY=($(compgen -W 'csv json' -- "$word"))
      return
      ;;
    --connection | --base-url | --search | --now)
      return
      ;;
  esac

  case ${COMP_WORDS[1]} in
    list) options='--search --include-actioned --json' ;;
    show | pending | status) options='--json' ;;
    action) options='--search --yes' ;;
    export) options='--search --include-actioned --format' ;;
    sync) ;;
    *) return ;;
  esac

  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$every $options" -- "$word"))
  elif [ "${COMP_WORDS[1]}" = export ]; then
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}

complete -o filenames -F _actioned actioned
