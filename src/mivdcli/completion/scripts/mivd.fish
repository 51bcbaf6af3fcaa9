# fish completion for mivd; fish 3.1 or later. Its place is ~/.config/fish/completions/mivd.fish

function __mivd_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    command -q -- $program; or set program mivd
    set -l lines (_MIVD_COMPLETE=fish command $program $words[2..-1] "$current" 2>/dev/null)
    set -l what (string split \t -- $lines[1])
    for line in $lines[2..-1]
        set -l fields (string split \t -- $line)
        printf '%s\t%s\n' $fields[1] $fields[2]
    end
    set -l typed (string replace -- "$what[2]" '' "$current")
    switch $what[1]
        case file
            __fish_complete_path $typed | string replace -r '^' -- $what[2]
        case folder
            __fish_complete_directories $typed '' | string replace -r '^' -- $what[2]
    end
end

complete -c mivd -f -k -a '(__mivd_complete)'
