# bash completion for mivd; bash 4 or later. Load it with: source <(mivd completion bash)

_mivd() {
    local program what='' line
    program=$(type -P -- "$1") || program=mivd
    COMPREPLY=()
    {
        IFS= read -r what
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done
    } < <(_MIVD_COMPLETE=bash "$program" "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    case $what in
        more) compopt -o nospace ;;
        file) compopt -o default ;;
        folder) compopt -o dirnames ;;
    esac
}

complete -F _mivd mivd
