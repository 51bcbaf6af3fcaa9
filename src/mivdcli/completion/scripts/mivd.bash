# bash completion for mivd; bash 3.2 or later. Load it with: source <(mivd completion bash)

_mivd() {
    local program what line
    program=$(type -P -- "$1") || program=mivd
    COMPREPLY=()
    {
        IFS= read -r what
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done
    } < <(_MIVD_COMPLETE=bash "$program" "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    type compopt >/dev/null 2>&1 || return 0 # before bash 4
    case $what in
        more) compopt -o nospace ;;
        file) compopt -o default ;;
        folder) compopt -o dirnames ;;
    esac
}

complete -F _mivd mivd
